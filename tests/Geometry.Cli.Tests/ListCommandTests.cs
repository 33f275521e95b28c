using System.Runtime.CompilerServices;
using System.Text.Json;
using Geometry.Experiments;
using Geometry.Networks;
using Geometry.Scores;

namespace Geometry.Cli.Tests;

public class ListCommandTests
{
    [Fact]
    public void Nonlinearities_have_their_formulas()
    {
        CommandRun run = CommandRun.Of("list", "nonlinearities");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        foreach (string name in Nonlinearity.KnownNames)
        {
            run.Out.ShouldContain($"| {name} ");
        }

        run.Out.ShouldContain("max(x, 0)");
    }

    [Fact]
    public void Steps_and_sources_have_all_their_fields()
    {
        string steps = CommandRun.Of("list", "steps").Out, sources = CommandRun.Of("list", "datasets").Out;

        StepRegistry.All.ShouldAllBe(step => steps.Contains(step.Name, StringComparison.Ordinal));
        StepRegistry.All.SelectMany(step => step.Parameters).ShouldAllBe(field => steps.Contains($"| {field.Name} ", StringComparison.Ordinal));
        DataSourceRegistry.All.SelectMany(source => source.Parameters).ShouldAllBe(field => sources.Contains($"| {field.Name} ", StringComparison.Ordinal));
        sources.ShouldContain("fashion-mnist");
        sources.ShouldContain("UnstructuredBinary");
    }

    [Fact]
    public void Scores_have_their_range_and_direction()
    {
        string scores = CommandRun.Of("list", "scores").Out;

        scores.ShouldContain("| ccgp ");
        scores.ShouldContain("| decodability ");
        scores.ShouldContain("| alignment ");
        scores.ShouldContain("| higher ");
        scores.ShouldContain("| simplified-alignment ");
        ScoreCatalog.All.SelectMany(score => score.Variants)
            .ShouldAllBe(variant => scores.Contains($"| {variant.Name} ", StringComparison.Ordinal) && scores.Contains(variant.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Scores_are_JSON_with_all_that_the_catalogue_says()
    {
        using JsonDocument json = JsonDocument.Parse(CommandRun.Of("list", "scores", "--json").Out);

        json.RootElement.EnumerateArray().Select(score => score.GetProperty("name").GetString()).ShouldBe(ScoreCatalog.All.Select(score => score.Name));
        JsonElement alignment = json.RootElement.EnumerateArray().Single(score => score.GetProperty("name").GetString() == "alignment");
        (alignment.GetProperty("minimum").GetDouble(), alignment.GetProperty("better").GetString()).ShouldBe((-1, "higher"));
        alignment.GetProperty("variants")[0].GetProperty("invariances").EnumerateArray().Select(name => name.GetString()).ShouldBe(["rotation", "scale", "shift"]);
    }

    [Fact]
    public void The_table_of_the_readme_is_that_of_the_catalogue()
    {
        string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../README.md")).ReplaceLineEndings("\n");

        readme.ShouldContain(CommandRun.Of("list", "scores", "--markdown").Out, customMessage: "put what `geometry list scores --markdown` prints in place of the table of scores in README.md");
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [Fact]
    public void The_reference_is_that_of_the_documentation() => CommandRun.Of("list", "reference").Out.ShouldBe(PipelineReference.Markdown());

    [Fact]
    public void Plain_text_is_not_cut() =>
        CommandRun.Of("list", "steps").Out.ShouldContain("Trains a multilayer perceptron and adds its hidden layers as the columns Hidden1, Hidden2 and so on, and Score, Probability and PredictedLabel.");
}
