using System.CommandLine;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry reproduce NAME</c>: runs the pipelines that the claims of a paper rest on, and says what has become of each claim.</summary>
internal static class ReproduceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var name = new Argument<string?>("NAME") { HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne, Description = "The claims: a name in pipelines/claims, such as alleman2024." };
        var claims = new Option<string?>("--claims") { HelpName = "FILE", Description = "A file of claims in place of a name." };
        var figure = new Option<string?>("--figure", "-f") { HelpName = "FIGURE", Description = "Only the claims of this figure or section." };
        var quick = Flag.Of("--quick", "Fewer seeds and settings: the sweeps that the pipeline files give in their field 'quick'.");
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder of the results. Default: results/ and the name of the claims, with -quick behind it for quick runs." };
        var threads = RunCommand.Threads();
        Option<bool> noReport = ReportCommand.NoReport(), progress = ProgressDisplay.Option(), json = JsonOutput.Option();
        name.CompletionSources.Add(_ => ClaimsFiles.Known());
        claims.CompletionSources.Add(PathCompletions.Files(".json"));
        figure.CompletionSources.Add(context => ClaimsFiles.FiguresOf(context.ParseResult.GetValue(name), context.ParseResult.GetValue(claims)));
        output.CompletionSources.Add(PathCompletions.Folders);
        var command = new CommandWithExamples(
            "reproduce",
            "Runs the pipelines of a paper's claims, prints each claim with its effect and verdict, and writes claims.csv, claims.md and report.html. What is done is not computed again.",
            new("geometry reproduce alleman2024 --quick", "every claim, few seeds"),
            new("geometry reproduce alleman2024 --figure 3", "the claims of one figure, all seeds"))
        {
            name, claims, figure, quick, output, threads, noReport, progress, json,
        };
        command.SetAction(words =>
        {
            ClaimSet set = ClaimSet.Load(ClaimsFiles.Find(words.GetValue(name), words.GetValue(claims)));
            set = words.GetValue(figure) is { } only ? set.OfFigure(only) : set;
            bool isQuick = words.GetValue(quick);
            string folder = words.GetValue(output) ?? Path.Combine("results", isQuick ? $"{set.Name}-quick" : set.Name);
            var reproduction = new Reproduction(terminal, set, isQuick, Path.GetFullPath(folder), words.GetValue(threads), cancellation)
            {
                WritesReport = !words.GetValue(noReport), ShowsProgress = words.GetValue(progress), IsJson = words.GetValue(json),
            };
            reproduction.Run();
            return ExitCodes.Success;
        });
        return command;
    }
}
