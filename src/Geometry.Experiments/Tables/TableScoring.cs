using System.Diagnostics;
using Geometry.MLNet;
using Geometry.Scores;
using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Scores a table that somebody else made.</summary>
public static class TableScoring
{
    /// <summary>The key of the only cell of the result.</summary>
    public const string Cell = "table";

    /// <summary>Gets the scores that a table can be given.</summary>
    public static IReadOnlyList<string> Scores { get; } = [.. ScoreCatalog.All.Select(score => score.Name)];

    /// <summary>Gives the names of the columns of a CSV file with a header.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The names in their order.</returns>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> ColumnsOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return TableColumns.NamesIn(path);
        }
        catch (Exception e) when (e is not BadInputException && UserErrors.Is(e))
        {
            throw new BadInputException(UserErrors.Text(e), e);
        }
    }

    /// <summary>Scores a CSV file with a header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to score, and how.</param>
    /// <param name="cancellation">Stops the work between two scores.</param>
    /// <returns>The scores; the experiment is named after the file.</returns>
    /// <exception cref="BadInputException">The file or a column cannot be used, or an option is wrong.</exception>
    public static ExperimentResult Run(string path, TableScoringOptions options, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        DateTimeOffset started = DateTimeOffset.Now;
        long clock = Stopwatch.GetTimestamp();
        try
        {
            TableColumns columns = TableColumns.Of(path, options);
            IReadOnlyList<string> scores = ScoresOf(options);
            var ml = new MLContext(seed: 1);
            IDataView view = columns.Load(ml);
            string experiment = Path.GetFileNameWithoutExtension(path);
            List<ResultRow> rows = [];
            ScoreTransformer[] fitted = [.. new TableSteps(columns, options).Build(ml, scores).Select(estimator => estimator.Fit(view))];
            if (fitted.Select(score => score.EstimateCost(view.Schema)).OfType<ScoreCost>().ToArray() is { Length: > 0 } costs)
            {
                options.CostKnown?.Invoke(costs.Aggregate((sum, cost) => sum.Plus(cost)));
            }

            for (int i = 0; i < fitted.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                IReadOnlyList<ScoreRow> scored = ml.Geometry.Scores.Collect(fitted[i].Transform(view)).Rows;
                rows.AddRange(scored.Select(row => ResultRow.Of(experiment, Cell, row)));
                options.Progress?.Report(new RunProgress(i + 1, fitted.Length, string.Join(' ', scored.Take(1).Select(row => $"{row.Entry.Score} of {row.Embedding}")), ""));
            }

            // What does not depend on the target is the same for each of several.
            rows = [.. rows.DistinctBy(row => (row.Layer, row.Score, row.Variant, row.Target))];
            UndefinedScores.ThrowIfAll(rows, path);
            return new ExperimentResult(rows, started, Stopwatch.GetElapsedTime(clock), options.Threads);
        }
        catch (Exception e) when (e is not BadInputException && UserErrors.Is(e))
        {
            throw new BadInputException(UserErrors.Text(e), e);
        }
    }

    private static IReadOnlyList<string> ScoresOf(TableScoringOptions options)
    {
        bool aligns = options.Targets is not null || options.Input is not null;
        if (options.Scores is null)
        {
            return aligns ? [Ccgp.Name, Decodability.Name, Alignment.Name] : [Ccgp.Name, Decodability.Name];
        }

        foreach (string score in options.Scores.Where(score => !Scores.Contains(score)))
        {
            throw new BadInputException($"unknown score '{score}'{Suggestion.For(score, Scores)}");
        }

        return options.Scores.FirstOrDefault(score => score is Alignment.Name or Rdm.Name) is { } comparison && !aligns
                && !options.Settings.Any(setting => setting.Field == "others")
            ? throw new BadInputException($"the score '{comparison}' needs something to compare with: name --target or --input columns, or --set others=EMBEDDING.")
            : [.. options.Scores.Distinct()];
    }
}
