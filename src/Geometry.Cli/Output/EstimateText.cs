using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Says what networks and scores will cost.</summary>
internal static class EstimateText
{
    /// <summary>The text after a number of cells: of all, of some, or nothing where nothing is known.</summary>
    /// <param name="training">What is known of the networks.</param>
    /// <param name="scores">What is known of the scores.</param>
    /// <param name="threads">How many cells run at a time.</param>
    public static string After(TrainingEstimate training, ScoreEstimate scores, int threads)
    {
        List<string> parts = [];
        if (training is { CellsKnown: > 0, Duration.Ticks: > 0 })
        {
            parts.Add($"to train{Of(training.CellsKnown, training.Cells)}: about {RemainingTime.Text(training.OnThreads(threads))} on {Threads(threads)}");
        }

        if (scores.Cost.Fits > 0)
        {
            parts.Add($"to score{Of(scores.CellsKnown, scores.Cells)}: {Cost(scores, threads)}");
        }

        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    /// <summary>The line when the rows of the first cells are there.</summary>
    public static string OfFirst(ScoreEstimate estimate, int threads) =>
        string.Create(CultureInfo.InvariantCulture, $"To score the first {Counted.Of(estimate.CellsKnown, "cell")}: {Cost(estimate, threads)}.");

    private static string Of(int known, int all) => known == all ? "" : string.Create(CultureInfo.InvariantCulture, $" {known} of them");

    private static string Threads(int threads) => threads == 1 ? "1 thread" : string.Create(CultureInfo.InvariantCulture, $"{threads} threads");

    private static string Cost(ScoreEstimate estimate, int threads) =>
        $"{estimate.OnThreads(threads)} on {Threads(threads)}";
}
