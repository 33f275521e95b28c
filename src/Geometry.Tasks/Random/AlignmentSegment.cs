namespace Geometry.Tasks;

/// <summary>Moves a vector along a segment until its cosine with a reference has a wanted value.</summary>
internal static class AlignmentSegment
{
    /// <summary>
    /// Finds the share u in [0, 1] of the start for which u start + (1 - u) end has the cosine <paramref name="cosine"/> with the reference, where the
    /// cosine of the start is on one side of it and that of the end on the other or at it, and neither is negative. There is one such u, the
    /// solution of a quadratic equation; the cosines 0 and 1 are only reached at the end.
    /// </summary>
    /// <param name="startStart">The inner product of the start with itself.</param>
    /// <param name="startEnd">The inner product of the start with the end.</param>
    /// <param name="endEnd">The inner product of the end with itself.</param>
    /// <param name="startReference">The inner product of the start with the reference.</param>
    /// <param name="endReference">The inner product of the end with the reference.</param>
    /// <param name="referenceReference">The inner product of the reference with itself.</param>
    /// <param name="cosine">The wanted cosine, from 0 to 1.</param>
    public static double ShareOfStart(
        double startStart, double startEnd, double endEnd, double startReference, double endReference, double referenceReference, double cosine)
    {
        if (cosine is 0 or 1)
        {
            return 0;
        }

        // (p + u dp)^2 = s (q + 2 u e + u^2 f), with p the inner product with the reference and q the squared length, both at the end, and s the
        // square to reach. Counted from the end, small cosines do not cancel.
        double s = cosine * cosine * referenceReference;
        double slope = startReference - endReference, e = startEnd - endEnd, f = startStart - (2 * startEnd) + endEnd;
        double a = (slope * slope) - (s * f), b = (endReference * slope) - (s * e), c = (endReference * endReference) - (s * endEnd);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));

        // The form that does not subtract nearly equal numbers; the product of both solutions is c / a.
        double q = -(b + Math.CopySign(root, b));
        double first = q / a, second = q == 0 ? 0 : c / q;
        return Math.Clamp(Distance(first) <= Distance(second) ? first : second, 0, 1);
    }

    private static double Distance(double share) => double.IsFinite(share) ? Math.Abs(share - Math.Clamp(share, 0, 1)) : double.PositiveInfinity;
}
