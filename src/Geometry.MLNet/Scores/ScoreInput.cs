using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What a score is computed from.</summary>
/// <param name="Embedding">The responses.</param>
/// <param name="Compared">The columns to compare with, in their order.</param>
/// <param name="Values">The target, where it is real numbers; else null.</param>
/// <param name="Conditions">The condition of each row.</param>
/// <param name="Targets">What the target makes of the conditions.</param>
internal sealed record ScoreInput(Representation Embedding, IReadOnlyList<Representation> Compared, Representation? Values, ConditionLabels Conditions, ScoreTargets Targets)
{
    /// <summary>The same with the rows of all but the embedding in another order.</summary>
    public ScoreInput Reordered(ReadOnlySpan<int> order)
    {
        int[] codes = new int[order.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = Conditions.Codes[order[row]];
        }

        return new ScoreInput(Embedding, Gathered(Compared, order), Gather(Values, order), Conditions.WithCodes(codes), Targets);
    }

    private static List<Representation> Gathered(IReadOnlyList<Representation> matrices, ReadOnlySpan<int> order)
    {
        List<Representation> gathered = [];
        foreach (Representation matrix in matrices)
        {
            gathered.Add(Gather(matrix, order)!);
        }

        return gathered;
    }

    private static Representation? Gather(Representation? matrix, ReadOnlySpan<int> order)
    {
        if (matrix is null)
        {
            return null;
        }

        var values = new float[order.Length * matrix.Width];
        for (int row = 0; row < order.Length; row++)
        {
            matrix.Row(order[row]).CopyTo(values.AsSpan(row * matrix.Width));
        }

        return new Representation(values, order.Length, matrix.Width);
    }
}
