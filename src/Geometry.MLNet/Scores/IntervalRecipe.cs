using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>A score with its interval, found by computing it again on resampled data.</summary>
internal sealed class IntervalRecipe(ScoreRecipe score, ResamplingOptions options, int? maximumThreads) : ScoreRecipe
{
    private const string TwoConditions = "no interval: of two conditions none can be left out";

    public override string Name => score.Name;

    public override SavedRecipe Saved => SavedRecipe.Of(SavedRecipe.Interval, options, score.Saved, maximumThreads);

    public override TargetUse Use => score.Use;

    public override bool ScoresAllDichotomies => score.ScoresAllDichotomies;

    public override bool GoesWithoutConditions => score.GoesWithoutConditions;

    public override bool IsCrossValidated => score.IsCrossValidated;

    public override ScoreRecipe Alone => score.Alone;

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads) => new IntervalRecipe(score.WithNull(nulls, threads), options, maximumThreads);

    public override ScoreRecipe WithInterval(ResamplingOptions interval, int? threads) => score.WithInterval(interval, threads);

    public override bool HasDecoders => score.HasDecoders;

    // Resamples are as large as the data, or smaller by a condition.
    public override ScoreCost? Cost(int width, ScoreTargets targets)
    {
        if (score.Cost(width, targets) is not { } once || score.Alone.Cost(width, targets) is not { } again)
        {
            return null;
        }

        int draws = options.Unit == ResamplingUnit.Rows ? options.Draws : targets.Conditions.Count;
        double threads = Math.Min(maximumThreads ?? Environment.ProcessorCount, Environment.ProcessorCount);
        return once.Plus(new ScoreCost(again.Fits * draws, again.Operations * draws, again.Duration * (draws / threads)));
    }

    public override ScoreRecipe For(DataViewSchema.Column column, ScoreColumns columns, bool isFitted) =>
        new IntervalRecipe(score.For(column, columns, isFitted), options, maximumThreads);

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => score.SlotNames(columns, targets);

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        IReadOnlyList<ScoreEntry> entries = score.Compute(columns, input);
        if (options.Unit == ResamplingUnit.Conditions && input.Conditions.Count < 3)
        {
            return [.. entries.Select(entry => entry with { Warnings = [.. entry.Warnings, TwoConditions] })];
        }

        // What belongs to a row is resampled with it.
        var joined = new JoinedRows(input);
        Dictionary<(string, string, string), ScoreInterval?> intervals = Resampling.Evaluate(
                joined.All, input.Conditions, (rows, conditions) => score.Alone.Compute(columns, joined.Split(rows, conditions)),
                options, maximumThreads)
            .ToDictionary(entry => (entry.Score, entry.Variant, entry.Target), entry => entry.Interval);
        return [.. entries.Select(entry => entry with { Interval = intervals.GetValueOrDefault((entry.Score, entry.Variant, entry.Target)) })];
    }
}
