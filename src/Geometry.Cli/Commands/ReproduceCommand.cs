using System.CommandLine;
using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry reproduce NAME</c>: runs the pipelines that the claims of a paper rest on, and says what has become of each claim.</summary>
internal static class ReproduceCommand
{
    private static readonly string s_folder = Path.Combine("pipelines", "claims");

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var name = new Argument<string?>("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "The claims: a name in pipelines/claims, such as alleman2024." };
        var claims = new Option<string?>("--claims") { HelpName = "FILE", Description = "A file of claims in place of a name." };
        var figure = new Option<string?>("--figure", "-f") { HelpName = "FIGURE", Description = "Only the claims of this figure or section." };
        var quick = new Option<bool>("--quick") { Description = "Fewer seeds and settings: the sweeps that the pipeline files give in their field 'quick'." };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder of the results. Default: results/ and the name of the claims, with -quick behind it for quick runs." };
        var threads = RunCommand.Threads();
        var noReport = ReportCommand.NoReport();
        var command = new Command("reproduce", "Runs the pipelines of a paper's claims, prints each claim with its effect and verdict, and writes claims.csv, claims.md and report.html.")
        {
            name, claims, figure, quick, output, threads, noReport,
        };
        command.SetAction(words =>
        {
            ClaimSet set = ClaimSet.Load(FileOf(words.GetValue(name), words.GetValue(claims)));
            set = words.GetValue(figure) is { } only ? set.OfFigure(only) : set;
            bool isQuick = words.GetValue(quick);
            string folder = words.GetValue(output) ?? Path.Combine("results", isQuick ? $"{set.Name}-quick" : set.Name);
            var reproduction = new Reproduction(terminal, set, isQuick, Path.GetFullPath(folder), words.GetValue(threads), !words.GetValue(noReport), cancellation);
            reproduction.Run();
            return ExitCodes.Success;
        });
        return command;
    }

    // A name is looked up where the command is called, then where the program is.
    private static string FileOf(string? name, string? file)
    {
        if ((name is null) == (file is null))
        {
            throw new BadInputException("name the claims, such as 'geometry reproduce alleman2024', or give their file with --claims; not both.");
        }

        string relative = Path.Combine(s_folder, $"{name}.json");
        string installed = Path.Combine(AppContext.BaseDirectory, s_folder);
        string[] known = Directory.Exists(installed) ? [.. Directory.EnumerateFiles(installed, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)] : [];
        return file ?? (File.Exists(relative) ? relative
            : known.Contains(name) ? Path.Combine(AppContext.BaseDirectory, relative)
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"there are no claims '{name}'. Known: {string.Join(", ", known)}. Another file is given with --claims.")));
    }
}
