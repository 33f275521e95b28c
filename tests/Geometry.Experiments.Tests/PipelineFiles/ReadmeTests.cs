namespace Geometry.Experiments.Tests;

/// <summary>The reference of pipelines/README.md is what the registries say, word for word.</summary>
public class ReadmeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "pipelines");

    [Fact]
    public void Every_field_is_described()
    {
        string readme = File.ReadAllText(Path.Combine(s_folder, "README.md"));

        int start = readme.IndexOf("### The file\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        readme[start..].ShouldBe(
            PipelineReference.Markdown(), "put what `geometry list reference` prints in place of what begins with '### The file' in pipelines/README.md");
    }

    [Fact]
    public void The_pipelines_of_the_repository_are_fine()
    {
        // The images of CIFAR-10 are in no package; ImageSourceTests has that pipeline with images of its own.
        string[] files = [.. Directory.GetFiles(s_folder, "*.json").Where(file => Path.GetFileName(file) != "images-cifar-10.json")];

        files.Length.ShouldBeGreaterThanOrEqualTo(2);
        files.Select(file => Pipeline.Load(file).Name).Order(StringComparer.Ordinal)
            .ShouldBe(files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);
    }
}
