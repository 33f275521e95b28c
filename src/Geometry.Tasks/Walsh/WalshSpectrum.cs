using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Shares of the Walsh functions in an input kernel that have a wanted alignment with the first few of them.</summary>
internal static class WalshSpectrum
{
    /// <summary>Gives the shares that are equal among the targets and equal among the others.</summary>
    public static double[] Central(int functions, int targets, double alignment)
    {
        // On a target a, elsewhere t a with t = sqrt((1 / c^2 - 1) k / (n - k)); multiplied by c sqrt(n - k) it is defined at the ends too.
        double onTarget = targets == functions ? 1 : alignment * Math.Sqrt(functions - targets);
        double elsewhere = Math.Sqrt((1 - (alignment * alignment)) * targets);
        double sum = (targets * onTarget) + ((functions - targets) * elsewhere);
        return [.. Enumerable.Range(0, functions).Select(function => (function < targets ? onTarget : elsewhere) / sum)];
    }

    /// <summary>
    /// Draws shares from a Dirichlet distribution and moves them in a straight line, towards equal shares of the targets or towards random
    /// shares of the others, until the alignment is the wanted one.
    /// </summary>
    public static double[] Random(int functions, int targets, double alignment, double spread, RandomStream stream)
    {
        double[] start = Dirichlet.Draw(functions, spread, stream.Fork("start")), end = new double[functions];
        double[] reference = [.. Enumerable.Range(0, functions).Select(function => function < targets ? 1d : 0)];
        double squared = CentredKernel.Inner(start, start), product = CentredKernel.Inner(start, reference);
        if (product < alignment * Math.Sqrt(targets * squared))
        {
            end.AsSpan(0, targets).Fill(1d / targets);
        }
        else
        {
            Dirichlet.Draw(functions - targets, spread, stream.Fork("end")).CopyTo(end, targets);
        }

        double share = AlignmentSegment.ShareOfStart(
            squared, CentredKernel.Inner(start, end), CentredKernel.Inner(end, end), product, CentredKernel.Inner(end, reference), targets, alignment);
        return [.. start.Zip(end, (from, to) => (share * from) + ((1 - share) * to))];
    }
}
