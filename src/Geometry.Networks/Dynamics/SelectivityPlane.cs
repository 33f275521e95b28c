using System.Diagnostics.CodeAnalysis;

namespace Geometry.Networks;

/// <summary>
/// The plane of weights in which the dynamics of neurons that prefer one class are drawn. The inter-class axis is the direction of the sum of error times
/// input, towards the preferred class; the intra-class axis is the difference of two conditions of that class, made orthogonal to it. Both have length 1.
/// </summary>
public sealed class SelectivityPlane
{
    private const double Negligible = 1e-9;

    private readonly LearningPoints _points;
    private readonly double[] _inter, _intra, _interProducts, _intraProducts;

    private SelectivityPlane(LearningPoints points, int target, bool isPositive, int first, int second, double[] inter, double[] intra)
    {
        (_points, Target, IsPositive, First, Second, _inter, _intra) = (points, target, isPositive, first, second, inter, intra);
        (_interProducts, _intraProducts) = (Products(points, inter), Products(points, intra));
    }

    /// <summary>Gets the output, from 0.</summary>
    public int Target { get; }

    /// <summary>Gets whether the preferred class is that of target 1.</summary>
    public bool IsPositive { get; }

    /// <summary>Gets the condition towards which the intra-class axis points.</summary>
    public int First { get; }

    /// <summary>Gets the condition from which it points.</summary>
    public int Second { get; }

    /// <summary>Makes the plane of a class and two of its conditions.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="isPositive">Whether the preferred class is that of target 1.</param>
    /// <param name="plane">The plane; null where there is none.</param>
    /// <param name="reason">Why there is none; null where there is one.</param>
    /// <param name="target">The output, from 0. Default: 0.</param>
    /// <param name="first">The place in the class of the condition towards which the intra-class axis points. Default: 0.</param>
    /// <param name="second">The place in the class of the condition from which it points. Default: 1.</param>
    /// <returns>Whether there is a plane.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output or condition.</exception>
    public static bool TryCreate(
        LearningPoints points, bool isPositive, [NotNullWhen(true)] out SelectivityPlane? plane, [NotNullWhen(false)] out string? reason,
        int target = 0, int first = 0, int second = 1)
    {
        ArgumentNullException.ThrowIfNull(points);
        plane = null;
        IReadOnlyList<int> members = points.Class(target, isPositive);
        if (members.Count < 2)
        {
            reason = "the preferred class has one condition only, so that there is no direction within it";
            return false;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, members.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(second, members.Count);
        ArgumentOutOfRangeException.ThrowIfEqual(first, second);
        double[] inter = new double[points.Count], intra = new double[points.Count];
        for (int i = 0; i < points.Count; i++)
        {
            inter[i] = (isPositive ? 1 : -1) * points.Errors.Span[(i * points.TargetCount) + target];
        }

        if (!Normalise(points, inter))
        {
            reason = "the classes do not differ in their mean input, so that there is no direction between them";
            return false;
        }

        (intra[members[first]], intra[members[second]]) = (1, -1);
        double overlap = Inner(Products(points, inter), intra);
        for (int i = 0; i < points.Count; i++)
        {
            intra[i] -= overlap * inter[i];
        }

        if (!Normalise(points, intra))
        {
            reason = "the two conditions of the preferred class do not differ in their input beyond the difference of the classes";
            return false;
        }

        reason = null;
        plane = new SelectivityPlane(points, target, isPositive, members[first], members[second], inter, intra);
        return true;
    }

    /// <summary>Gives the coordinates of weights, by their preactivations.</summary>
    /// <param name="preactivations">w x_i for each condition, without bias.</param>
    /// <returns>The coordinates along the two axes.</returns>
    public (double Inter, double Intra) Project(ReadOnlySpan<double> preactivations) => (Inner(_inter, preactivations), Inner(_intra, preactivations));

    /// <summary>Gives the preactivations of weights in the plane.</summary>
    /// <param name="inter">The coordinate along the inter-class axis.</param>
    /// <param name="intra">The coordinate along the intra-class axis.</param>
    /// <param name="preactivations">Receives w x_i for each condition.</param>
    public void Preactivations(double inter, double intra, Span<double> preactivations)
    {
        for (int i = 0; i < _points.Count; i++)
        {
            preactivations[i] = (inter * _interProducts[i]) + (intra * _intraProducts[i]);
        }
    }

    // An axis is a combination of the inputs, so that its norm and products follow from the Gram matrix.
    private static bool Normalise(LearningPoints points, double[] coefficients)
    {
        double norm = Math.Sqrt(Math.Max(0, Inner(Products(points, coefficients), coefficients)));
        double scale = points.RootMeanSquareNorm * Math.Sqrt(Inner(coefficients, coefficients));
        for (int i = 0; i < coefficients.Length; i++)
        {
            coefficients[i] /= norm;
        }

        return norm > Negligible * scale;
    }

    private static double[] Products(LearningPoints points, double[] coefficients) =>
        [.. Enumerable.Range(0, points.Count).Select(i => Inner(points.Gram.Span.Slice(i * points.Count, points.Count), coefficients))];

    private static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
