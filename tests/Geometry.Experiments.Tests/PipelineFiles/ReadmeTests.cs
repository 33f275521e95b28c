using System.Text;

namespace Geometry.Experiments.Tests;

/// <summary>The reference of pipelines/README.md is what the registries say, word for word.</summary>
public class ReadmeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "pipelines");

    [Fact]
    public void Every_field_is_described()
    {
        string readme = File.ReadAllText(Path.Combine(s_folder, "README.md"));

        foreach (string section in Reference())
        {
            readme.ShouldContain(section);
        }
    }

    [Fact]
    public void The_pipelines_of_the_repository_are_fine()
    {
        string[] files = Directory.GetFiles(s_folder, "*.json");

        files.Length.ShouldBeGreaterThanOrEqualTo(2);
        files.Select(file => Pipeline.Load(file).Name).Order(StringComparer.Ordinal)
            .ShouldBe(files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);
    }

    private static IEnumerable<string> Reference() =>
    [
        Section("### The file", "", PipelineReader.TopFields),
        Section("### A range of seeds", "", Sweep.SeedFields),
        Section("### A range of numbers", "", NumberRange.Fields),
        .. DataSourceRegistry.All.Select(source => Section($"### Source `{source.Name}`", source.Description, source.Parameters)),
        .. TaskRegistry.All.Select(task => Section($"### Task `{task.Name}`", task.Description, task.Parameters)),
        .. StepRegistry.All.Select(step => Section($"### Step `{step.Name}` ({(step.Origin == StepOrigin.MLNet ? "ML.NET" : "Geometry.MLNet")})", step.Description, step.Parameters)),
    ];

    private static string Section(string title, string description, IReadOnlyList<Parameter> fields)
    {
        var text = new StringBuilder(title).Append("\n\n");
        if (description.Length > 0)
        {
            text.Append(description).Append("\n\n");
        }

        if (fields.Count > 0)
        {
            text.Append("| field | type | default | meaning |\n|---|---|---|---|\n");
        }

        foreach ((string name, Parameter field) in fields.SelectMany(field => Flatten(field, "")))
        {
            text.Append($"| `{name}` | {field.Type} | {(field.IsRequired ? "*required*" : field.Default)} | {field.Description} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, Parameter Field)> Flatten(Parameter field, string prefix) =>
        [(prefix + field.Name, field), .. field.Fields.SelectMany(inner => Flatten(inner, $"{prefix}{field.Name}."))];
}
