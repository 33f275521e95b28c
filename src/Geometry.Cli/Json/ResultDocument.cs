using System.Text.Json;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>The JSON documents of the commands that give scores or claims. Names of properties are those of this text in camel case, and stay.</summary>
internal static class ResultDocument
{
    /// <summary>The document of <c>run</c>.</summary>
    public static object OfRun(Pipeline pipeline, PipelineOutcome outcome, string? report) => new
    {
        Command = "run",
        Experiment = pipeline.Name,
        Pipeline = pipeline.File,
        pipeline.Seed,
        Quick = pipeline.IsQuick,
        outcome.Folder,
        Files = FilesOf(outcome.Folder, outcome.Result),
        Report = report,
        outcome.Models,
        Cells = new { Total = pipeline.Cells.Count, Kept = outcome.Kept },
        Seconds = SecondsOf(outcome.Result.Duration),
        Scores = outcome.Result.Rows.Select(ScoreOf),
        Means = Summary.Of(outcome.Result.Rows).Select(MeanOf),
    };

    /// <summary>The document of <c>score</c>.</summary>
    public static object OfTable(string table, string folder, ExperimentResult result) => new
    {
        Command = "score",
        Table = table,
        Folder = folder,
        Files = FilesOf(folder, result),
        Seconds = SecondsOf(result.Duration),
        Scores = result.Rows.Select(ScoreOf),
    };

    /// <summary>The document of <c>reproduce</c>.</summary>
    public static object OfClaims(ClaimSet set, IReadOnlyList<ClaimResult> results, bool quick, string folder, string? report, TimeSpan time) => new
    {
        Command = "reproduce",
        set.Name,
        set.Title,
        Quick = quick,
        set.Confidence,
        Folder = folder,
        Files = new[] { ClaimsCsv.FileName, ClaimsMarkdown.FileName }.Select(name => Path.Combine(folder, name)),
        Report = report,
        Seconds = SecondsOf(time),
        Verdicts = Enum.GetValues<Verdict>().ToDictionary(WordOf, verdict => results.Count(result => result.Verdict == verdict)),
        Claims = results.Select(ClaimOf),
    };

    private static string[] FilesOf(string folder, ExperimentResult result) =>
        [.. new[] { ResultFolder.ScoresFile, ResultFolder.ManifestFile }.Concat(result.Tables.Select(table => $"{table.Name}.csv")).Select(name => Path.Combine(folder, name))];

    private static double SecondsOf(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static object ScoreOf(ResultRow row) => new
    {
        row.Cell,
        Nonlinearity = OrNull(row.Nonlinearity),
        row.Seed,
        row.Epoch,
        row.Layer,
        row.Score,
        row.Variant,
        Target = OrNull(row.Target),
        row.Value,
        Reason = OrNull(row.Reason),
        row.StandardError,
        row.N,
        row.NullMean,
        row.PValue,
        row.IntervalLow,
        row.IntervalHigh,
        row.Floor,
        row.Least,
        row.Ceiling,
        row.Warnings,
    };

    private static object MeanOf(SummaryRow row) => new
    {
        Setting = OrNull(row.Setting),
        Nonlinearity = OrNull(row.Nonlinearity),
        row.Epoch,
        row.Layer,
        row.Score,
        row.Variant,
        Target = OrNull(row.Target),
        row.Mean,
        Reason = OrNull(row.Reason),
        row.StandardError,
        row.Networks,
        row.Undefined,
    };

    private static object ClaimOf(ClaimResult result) => new
    {
        result.Claim.Id,
        result.Claim.Figure,
        Source = OrNull(result.Claim.Source),
        result.Claim.Statement,
        Pipeline = OrNull(Path.GetFileName(result.Claim.Pipeline)),
        Direction = WordOf(result.Claim.Direction),
        Expected = result.Claim.Direction == ClaimDirection.Equal ? result.Claim.Expected : (double?)null,
        result.Claim.Smallest,
        result.Claim.Reference,
        result.Effect,
        result.Low,
        result.High,
        result.Seeds,
        Verdict = WordOf(result.Verdict),
        Reason = OrNull(result.Reason),
        Remark = OrNull(result.Claim.Remark),
    };
}
