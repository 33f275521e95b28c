namespace Geometry.Scores;

/// <summary>
/// What alignment with a target can be. The angles arccos A between kernels obey the triangle inequality, so the alignment a with the input
/// and the alignment c of input and target (the skew of the task) bound the alignment with the target: it lies between
/// cos(arccos c + arccos a) and cos(arccos c - arccos a) = c a + sqrt((1 - c^2)(1 - a^2)).
/// </summary>
internal sealed class AlignmentBounds(AlignmentOptions options, AlignmentSide? input, ScoreValue toInput)
{
    /// <summary>The bounds for a representation that is to be compared with an input, or with none.</summary>
    public static AlignmentBounds Of(AlignmentSide responses, AlignmentSide? input, AlignmentOptions options) =>
        new(options, input, input is null ? ScoreValue.Undefined("there is no input") : AlignmentFormula.Of(responses, input, options).Value);

    /// <summary>The bounds of the alignment with one target.</summary>
    public ScoreBounds? With(AlignmentSide target)
    {
        if (target.Reason is not null)
        {
            return null;
        }

        var skew = toInput.IsDefined ? AlignmentFormula.Of(input!, target, options).Value : toInput;
        return Of(options.Kind, target.Rows, target.Kernel.Square, toInput, skew);
    }

    /// <summary>The bounds from the square sum of the target's kernel, the alignment with the input, and that of input and target.</summary>
    public static ScoreBounds Of(AlignmentKind kind, long rows, double targetSquare, ScoreValue toInput, ScoreValue skew)
    {
        var floor = Floor(kind, rows, targetSquare);
        if (!toInput.IsDefined || !skew.IsDefined)
        {
            return new ScoreBounds(floor, null, null);
        }

        var (c, a) = (Math.Acos(skew.Value), Math.Acos(toInput.Value));
        var lowest = kind is AlignmentKind.Centred or AlignmentKind.Uncentred ? 0.0 : -1;
        return new ScoreBounds(floor, Math.Max(lowest, Math.Cos(Math.Min(Math.PI, c + a))), Math.Cos(c - a));
    }

    /// <summary>
    /// The kernel of equidistant rows is the identity, centred where the kind is: with trace 1 of L, A = 1 / (|L| sqrt(n)), or n - 1 when
    /// centred, which is sqrt(PR / (n - 1)) for the participation ratio PR of the target. Unbiased estimates are 0 without structure.
    /// </summary>
    private static double Floor(AlignmentKind kind, long rows, double targetSquare) => kind switch
    {
        AlignmentKind.Centred => Math.Min(1, 1 / Math.Sqrt(targetSquare * (rows - 1))),
        AlignmentKind.Uncentred => Math.Min(1, 1 / Math.Sqrt(targetSquare * rows)),
        _ => 0,
    };
}
