using System.Diagnostics;
using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>One run of the command <c>reproduce</c>.</summary>
internal sealed class Reproduction(Terminal terminal, ClaimSet set, bool quick, string folder, int threads, CancellationToken cancellation)
{
    /// <summary>Gets whether reports are written. Default: true.</summary>
    public bool WritesReport { get; init; } = true;

    /// <summary>Gets whether progress is shown where there is no terminal, too. Default: false.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Gets whether the claims are printed as a JSON document. Default: false.</summary>
    public bool IsJson { get; init; }

    /// <summary>Runs the pipelines one after the other, decides the claims, prints them and writes both files.</summary>
    public void Run()
    {
        long start = Stopwatch.GetTimestamp();

        // All files are checked before the first is run.
        (string File, Pipeline Pipeline)[] pipelines = [.. set.Claims.Select(claim => claim.Pipeline).Where(path => path.Length > 0).Distinct().Select(path => (path, Pipeline.Load(path, quick: quick)))];
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{set.Name}: {Counted.Of(set.Claims.Count, "claim")}, {Counted.Of(pipelines.Length, "pipeline")}, {Counted.Of(pipelines.Sum(p => p.Pipeline.Cells.Count), "cell")}{(quick ? "; quick: fewer seeds and settings" : "")}."));
        Dictionary<string, ClaimResult> results = [];
        foreach (Claim claim in set.Claims.Where(claim => claim.NotRun.Length > 0))
        {
            results[claim.Id] = ClaimEvaluation.NotRun(claim, claim.NotRun);
        }

        for (int i = 0; i < pipelines.Length; i++)
        {
            (string file, Pipeline pipeline) = pipelines[i];
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"[{i + 1} of {pipelines.Length}] "));
            string output = Path.Combine(folder, pipeline.Name);
            RunKept(pipeline, output, i, pipelines.Length);
            ReportOf(output);
            Decide([.. set.Claims.Where(claim => claim.Pipeline == file)], output, results);
        }

        ClaimResult[] ordered = [.. set.Claims.Select(claim => results[claim.Id])];
        Write(ordered);
        string? report = ReportOf(folder);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        if (IsJson)
        {
            JsonOutput.Write(terminal, ResultDocument.OfClaims(set, ordered, quick, folder, report, time));
        }
        else
        {
            Print(ordered, report);
        }

        terminal.Error.WriteLine($"{set.Name}: done in {RemainingTime.Text(time)}.");
    }

    private string? ReportOf(string results) => WritesReport ? ReportCommand.TryWrite(terminal, results) : null;

    // A stop in a pipeline of which nothing is done yet leaves the pipelines before it.
    private void RunKept(Pipeline pipeline, string output, int index, int count)
    {
        try
        {
            PipelineRun.Of(terminal, pipeline, output, new RunOptions { Threads = threads }, ShowsProgress, cancellation);
        }
        catch (OperationCanceledException e) when (e is not StoppedException && index > 0)
        {
            throw new StoppedException(string.Create(CultureInfo.InvariantCulture,
                $"stopped; {index} of {count} pipelines are kept in {folder}, and the same command goes on from there."));
        }
    }

    private void Decide(IReadOnlyList<Claim> claims, string output, Dictionary<string, ClaimResult> results)
    {
        foreach (IGrouping<string, Claim> table in claims.GroupBy(claim => claim.Table))
        {
            ClaimTable rows = ClaimTable.Read(Path.Combine(output, $"{table.Key}.csv"));
            foreach (Claim claim in table)
            {
                results[claim.Id] = ClaimEvaluation.Decide(claim, rows, set.Confidence, quick);
            }
        }
    }

    private void Write(IReadOnlyList<ClaimResult> results)
    {
        using var csv = new StringWriter(CultureInfo.InvariantCulture);
        ClaimsCsv.Write(results, csv);
        WriteFile(ClaimsCsv.FileName, csv.ToString());
        WriteFile(ClaimsMarkdown.FileName, ClaimsMarkdown.Of(set, results, quick));
    }

    private void WriteFile(string name, string text)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.WriteText(Path.Combine(folder, name), writer => writer.Write(text));
    }

    private void Print(IReadOnlyList<ClaimResult> results, string? report)
    {
        new TextTable(ClaimsMarkdown.Headers, [.. results.Select(ClaimsMarkdown.CellsOf)]).Write(terminal);
        foreach (string note in ClaimsMarkdown.NotesOf(results))
        {
            terminal.Out.WriteLine(note);
        }

        terminal.Out.WriteLine($"{ClaimsMarkdown.Count(results)}{(quick ? " A quick run: fewer seeds and settings than the full one." : "")}");
        terminal.Out.WriteLine($"Results: {Path.Combine(folder, ClaimsMarkdown.FileName)}");
        if (report is not null)
        {
            terminal.Out.WriteLine($"Report: {report}");
        }
    }
}
