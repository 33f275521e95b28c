using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What a score is computed from.</summary>
/// <param name="Embedding">The responses.</param>
/// <param name="Inputs">The inputs, or null.</param>
/// <param name="Values">The target, where it is real numbers; else null.</param>
/// <param name="Conditions">The condition of each row.</param>
/// <param name="Targets">What the target makes of the conditions.</param>
internal sealed record ScoreInput(Representation Embedding, Representation? Inputs, Representation? Values, ConditionLabels Conditions, ScoreTargets Targets)
{
    /// <summary>The same with the rows of all but the embedding in another order.</summary>
    public ScoreInput Reordered(ReadOnlySpan<int> order)
    {
        int[] codes = new int[order.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = Conditions.Codes[order[row]];
        }

        return new ScoreInput(Embedding, Gather(Inputs, order), Gather(Values, order), Conditions.WithCodes(codes), Targets);
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
