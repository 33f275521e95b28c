using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Says what scores will cost.</summary>
internal static class ScoreEstimateText
{
    /// <summary>The text after a number of cells: of all, of some, or nothing where no score trains decoders or nothing is known.</summary>
    /// <param name="estimate">What is known.</param>
    /// <param name="threads">How many cells run at a time.</param>
    public static string After(ScoreEstimate estimate, int threads) => estimate switch
    {
        { Cost.Fits: 0 } => "",
        _ when estimate.CellsKnown == estimate.Cells => $" (to score: {Cost(estimate, threads)})",
        _ => string.Create(CultureInfo.InvariantCulture, $" (to score {estimate.CellsKnown} of them: {Cost(estimate, threads)})"),
    };

    /// <summary>The line when the rows of the first cells are there.</summary>
    public static string OfFirst(ScoreEstimate estimate, int threads) =>
        string.Create(CultureInfo.InvariantCulture, $"To score the first {Cells(estimate.CellsKnown)}: {Cost(estimate, threads)}.");

    /// <summary>A number of cells.</summary>
    public static string Cells(int count) => count == 1 ? "1 cell" : string.Create(CultureInfo.InvariantCulture, $"{count} cells");

    private static string Cost(ScoreEstimate estimate, int threads) =>
        string.Create(CultureInfo.InvariantCulture, $"{estimate.OnThreads(threads)} on {(threads == 1 ? "1 thread" : $"{threads} threads")}");
}
