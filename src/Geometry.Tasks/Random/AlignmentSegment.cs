namespace Geometry.Tasks;

/// <summary>Moves a vector along a segment until its cosine with a reference has a wanted value.</summary>
internal static class AlignmentSegment
{
    /// <summary>
    /// Finds the t in [0, 1] at which (1 - t) start + t end has the cosine <paramref name="cosine"/> with the reference, where the cosine of the
    /// start is on one side of it and that of the end on the other or at it, and neither is negative. There is one such t, the solution
    /// of a quadratic equation; the cosines 0 and 1 are only reached at the end.
    /// </summary>
    /// <param name="startStart">The inner product of the start with itself.</param>
    /// <param name="startEnd">The inner product of the start with the end.</param>
    /// <param name="endEnd">The inner product of the end with itself.</param>
    /// <param name="startReference">The inner product of the start with the reference.</param>
    /// <param name="endReference">The inner product of the end with the reference.</param>
    /// <param name="referenceReference">The inner product of the reference with itself.</param>
    /// <param name="cosine">The wanted cosine, from 0 to 1.</param>
    public static double Crossing(
        double startStart, double startEnd, double endEnd, double startReference, double endReference, double referenceReference, double cosine)
    {
        if (cosine is 0 or 1)
        {
            return 1;
        }

        // (p + t dp)^2 = s (q + 2 t e + t^2 f), with p the inner product with the reference, q the squared length and s the square to reach.
        double s = cosine * cosine * referenceReference;
        double slope = endReference - startReference, e = startEnd - startStart, f = startStart - (2 * startEnd) + endEnd;
        double a = (slope * slope) - (s * f), b = (startReference * slope) - (s * e), c = (startReference * startReference) - (s * startStart);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));

        // The form that does not subtract nearly equal numbers; the other solution is its counterpart, c / a over it.
        double q = -(b + Math.CopySign(root, b));
        double first = q / a, second = q == 0 ? 0 : c / q;
        double t = Distance(first) <= Distance(second) ? first : second;
        return Math.Clamp(t, 0, 1);
    }

    private static double Distance(double t) => double.IsFinite(t) ? Math.Abs(t - Math.Clamp(t, 0, 1)) : double.PositiveInfinity;
}
