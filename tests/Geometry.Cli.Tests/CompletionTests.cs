using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli.Tests;

/// <summary>Completion as a shell asks for it: through the directive that the scripts call.</summary>
public sealed class CompletionTests : Workspace
{
    [Theory]
    [InlineData("geometry re", "reproduce")]
    [InlineData("geometry list ", "scores", "nonlinearities", "datasets", "steps", "reference")]
    [InlineData("geometry run a.json --q", "--quick")]
    [InlineData("geometry score t.csv --scores al", "alignment")]
    [InlineData("geometry score t.csv --scores ccgp,deco", "ccgp,decodability")]
    [InlineData("geometry score t.csv --decoder ", "SupportVector", "LeastSquares", "Logistic")]
    [InlineData("geometry score t.csv --resample ", "Rows", "Conditions")]
    [InlineData("geometry score t.csv --null-kind Geo", "Geometric")]
    [InlineData("geometry score t.csv --set nulls.dr", "nulls.draws=")]
    [InlineData("geometry reproduce al", "alleman2024")]
    [InlineData("geometry reproduce alleman2024 --figure ", "1", "4C")]
    [InlineData("geometry completion f", "fish")]
    public void Names_and_known_values_are_suggested(string line, params string[] expected) =>
        expected.ShouldBeSubsetOf(Suggestions(line));

    [Fact]
    public void Scores_that_are_named_are_not_named_again() =>
        Suggestions("geometry score t.csv --scores ccgp,").ShouldBe(TableScoring.Scores.Where(score => score != "ccgp").Select(score => $"ccgp,{score}"), ignoreOrder: true);

    [Fact]
    public void Columns_are_those_of_the_table() =>
        Suggestions($"geometry score {WriteTable()} --condition shape,")
            .ShouldBe(new[] { "f0", "f1", "f2", "g0", "g1", "colour", "size", "other" }.Select(name => $"shape,{name}"), ignoreOrder: true);

    [Fact]
    public void Pipelines_are_files_and_folders_on_the_way()
    {
        WriteFile("one.json", "{}");
        WriteFile("one.txt", "");
        Directory.CreateDirectory(Path.Combine(Root, "onward"));

        Suggestions($"geometry run {Root}/one").Where(path => path.StartsWith(Root, StringComparison.Ordinal)).ShouldBe([$"{Root}/one.json"]);
        Suggestions($"geometry run {Root}/on").Where(path => path.StartsWith(Root, StringComparison.Ordinal)).ShouldBe([$"{Root}/one.json", $"{Root}/onward/"]);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _geometry geometry run.sh")]
    [InlineData("zsh", "compdef _geometry geometry run.sh")]
    [InlineData("fish", "complete -c geometry -f -a '(__geometry)'")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Scripts_call_the_directive(string shell, string registration)
    {
        CommandRun run = CommandRun.Of("completion", shell);

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Out.ShouldContain(registration);
        run.Out.ShouldContain("[suggest:");
        run.Out.ShouldNotContain("PROGRAM");
    }

    private static string[] Suggestions(string line, int? at = null)
    {
        CommandRun run = CommandRun.Of(string.Create(CultureInfo.InvariantCulture, $"[suggest:{at ?? line.Length}]"), line);
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
