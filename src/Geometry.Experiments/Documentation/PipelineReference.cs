using System.Text;

namespace Geometry.Experiments;

/// <summary>The reference of pipeline files as Markdown: what <c>pipelines/README.md</c> ends with.</summary>
public static class PipelineReference
{
    /// <summary>Gets the fields of a pipeline file as a whole.</summary>
    public static IReadOnlyList<Parameter> Fields => PipelineReader.TopFields;

    /// <summary>Writes a section for the file, each source, each task and each step.</summary>
    /// <returns>The text, whose lines end in a line feed.</returns>
    public static string Markdown() => string.Join('\n',
    [
        Section("### The file", "", PipelineReader.TopFields),
        Section("### A range of seeds", "", Sweep.SeedFields),
        Section("### A range of numbers", "", NumberRange.Fields),
        .. DataSourceRegistry.All.Select(source => Section($"### Source `{source.Name}`", source.Description, source.Parameters)),
        .. TaskRegistry.All.Select(task => Section($"### Task `{task.Name}`", task.Description, task.Parameters)),
        .. StepRegistry.All.Select(step =>
            Section($"### Step `{step.Name}` ({(step.Origin == StepOrigin.MLNet ? "ML.NET" : "Geometry.MLNet")})", step.Description, step.Parameters)),
    ]);

    private static string Section(string title, string description, IReadOnlyList<Parameter> fields)
    {
        var text = new StringBuilder(title).Append('\n');
        if (description.Length > 0)
        {
            text.Append('\n').Append(description).Append('\n');
        }

        if (fields.Count > 0)
        {
            text.Append("\n| field | type | default | meaning |\n|---|---|---|---|\n");
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
