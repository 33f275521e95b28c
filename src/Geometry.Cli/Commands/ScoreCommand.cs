using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Security.Cryptography;
using Geometry.Experiments;
using Geometry.Scores;

namespace Geometry.Cli;

/// <summary><c>geometry score TABLE.csv</c>: scores a table that somebody else made.</summary>
internal static class ScoreCommand
{
    private const string Columns = "COLUMNS";

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var table = new Argument<string>("TABLE") { HelpName = "TABLE", Description = "A CSV file with a header, separated by comma, semicolon or tab." };
        var embeddings = new Option<string[]>("--embedding", "-e")
        {
            HelpName = Columns, Required = true, AllowMultipleArgumentsPerToken = false,
            Description = "The columns to score: names, ranges (f0..f99) and prefixes (f*) with commas between them. May be given several times, and named: Hidden1=f*.",
        };
        var conditions = new Option<string>("--condition", "-c")
        {
            HelpName = Columns, Required = true, Description = "The columns whose combinations of values are the conditions.",
        };
        var target = new Option<string?>("--target", "-t")
        {
            HelpName = Columns, Description = "The columns of the dichotomies to score, each by itself. Default: every balanced dichotomy of the conditions.",
        };
        var input = new Option<string?>("--input", "-i") { HelpName = Columns, Description = "The columns of the inputs to align with; may be named like embeddings." };
        var scores = new Option<string?>("--scores", "-s")
        {
            HelpName = "NAMES", Description = $"Scores with commas between them, out of {string.Join(", ", TableScoring.Scores)}. Default: ccgp, decodability and, with --target or --input, alignment.",
        };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder of the results. Default: results/ and the name of the table." };
        var threads = RunCommand.Threads();
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "The seed of folds and draws.", DefaultValueFactory = _ => 1 };
        (Option<string?> Option, string Field)[] shorthands =
        [
            (Shorthand("--decoder", "NAME", "The linear classifier: SupportVector (the default), LeastSquares or Logistic.", "SupportVector", "LeastSquares", "Logistic"), "decoder"),
            (Shorthand("--cost", "C", "The cost C of errors of SupportVector and Logistic, greater than 0; small ones regularise. Default: 1."), "cost"),
            (Shorthand("--ridge", "X", "The ridge of LeastSquares, relative to the mean variance. Default: 0.001."), "relativeRidge"),
            (Shorthand("--folds", "N", "The number of folds of the cross-validation. Default: 10."), "folds"),
            (Shorthand("--nulls", "N", "Compares each value with N draws of a null."), "nulls.draws"),
            (Shorthand("--null-kind", "KIND", "The null: LabelShuffle (the default), Geometric or, of ccgp alone, PairPermutation.", Enum.GetNames<NullKind>()), "nulls.kind"),
            (Shorthand("--resample", "UNIT", "Gives intervals by resampling Rows (all but decodability and shattering) or Conditions.", Enum.GetNames<ResamplingUnit>()), "interval.unit"),
            (Shorthand("--resamples", "N", "How often rows are drawn again for intervals. Default: 200."), "interval.draws"),
            (Shorthand("--level", "X", "The coverage of the intervals. Default: 0.95."), "interval.level"),
        ];
        var set = new Option<string[]>("--set")
        {
            HelpName = "FIELD=VALUE", AllowMultipleArgumentsPerToken = false,
            Description = "Any other setting, as the steps of pipeline files have them (geometry list steps), for all scores or one: measures=All, ccgp.split=HalfHalf.",
        };
        set.CompletionSources.Add(_ => TableCompletions.Settings().Select(setting => new CompletionItem(setting)));
        Option<bool> progress = ProgressDisplay.Option(), json = JsonOutput.Option();
        table.CompletionSources.Add(PathCompletions.Files(".csv", ".tsv", ".txt"));
        output.CompletionSources.Add(PathCompletions.Folders);
        scores.CompletionSources.Add(context => ListCompletions.Of(context.WordToComplete, TableScoring.Scores));
        foreach (Option option in (Option[])[embeddings, conditions, target, input])
        {
            option.CompletionSources.Add(context => ListCompletions.Of(context.WordToComplete, TableCompletions.ColumnsOf(context.ParseResult.GetValue(table))));
        }

        var command = new CommandWithExamples(
            "score",
            "Scores the columns of a table, prints the scores and writes scores.csv and manifest.json.",
            new("geometry score table.csv --embedding 'f*' --condition colour,shape --target colour", "columns f0, f1, ...; conditions are the combinations of colour and shape"),
            new("geometry score table.csv -e A=f* -e B=g* -c colour,shape -s shattering,dimension --json", "two embeddings, two scores, for another program"))
        {
            table, embeddings, conditions, target, input, scores, output, threads, seed, set, progress, json,
        };
        foreach ((Option<string?> option, _) in shorthands)
        {
            command.Add(option);
        }

        command.SetAction(words =>
        {
            string path = words.GetRequiredValue(table);
            var options = new TableScoringOptions
            {
                Embeddings = [.. words.GetRequiredValue(embeddings).Select(Named)],
                Conditions = words.GetRequiredValue(conditions),
                Targets = words.GetValue(target),
                Input = words.GetValue(input) is { } selection ? Named(selection) : null,
                Scores = words.GetValue(scores)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Settings =
                [
                    .. shorthands.Where(pair => words.GetValue(pair.Option) is not null).Select(pair => new TableSetting(null, pair.Field, words.GetValue(pair.Option)!)),
                    .. (words.GetValue(set) ?? []).Select(TableSetting.Parse),
                ],
                CostKnown = cost => terminal.Error.WriteLine($"To fit: {cost}."),
                Seed = words.GetValue(seed),
                Threads = words.GetValue(threads),
            };
            using ResultFolder folder = ResultFolder.Open(words.GetValue(output) ?? Path.Combine("results", Path.GetFileNameWithoutExtension(path)));
            ExperimentResult result = new ProgressDisplay(terminal, words.GetValue(progress), "scores").Run(reports => Stoppable.Run(
                () => TableScoring.Run(path, options with { Progress = reports }, cancellation), cancellation));
            folder.Write(result.Rows, Manifest.Of(path, HashOf(path), SettingsOf(options), result));
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, ResultDocument.OfTable(path, folder.Path, result));
                return ExitCodes.Success;
            }

            ScoreDisplay.Write(terminal, result);
            terminal.Out.WriteLine($"Results: {Path.Combine(folder.Path, ResultFolder.ScoresFile)}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Option<string?> Shorthand(string name, string help, string description, params string[] values)
    {
        var option = new Option<string?>(name) { HelpName = help, Description = description };
        option.CompletionSources.Add(values);
        return option;
    }

    private static (string Name, string Selection) Named(string text)
    {
        int mark = text.IndexOf('=', StringComparison.Ordinal);
        return mark > 0 ? (text[..mark].Trim(), text[(mark + 1)..]) : (text, text);
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Dictionary<string, string> SettingsOf(TableScoringOptions options) => new()
    {
        ["embeddings"] = string.Join("; ", options.Embeddings.Select(e => $"{e.Name}={e.Selection}")),
        ["conditions"] = options.Conditions,
        ["targets"] = options.Targets ?? "",
        ["input"] = options.Input is { } input ? $"{input.Name}={input.Selection}" : "",
        ["scores"] = string.Join(',', options.Scores ?? TableScoring.Scores),
        ["settings"] = string.Join("; ", options.Settings.Select(setting => $"{(setting.Score is null ? "" : $"{setting.Score}.")}{setting.Field}={setting.Value}")),
        ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
    };
}
