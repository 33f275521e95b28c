namespace Geometry.Networks;

/// <summary>The simplified gradient field, dw/dt = J * sum over conditions of error * f'(w x + b) * x with frozen errors and J = +-1, in a <see cref="SelectivityPlane"/>.</summary>
public static class GradientField
{
    /// <summary>Computes the field on a square grid around the origin.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="plane">A plane of these conditions, which says which class the neurons prefer.</param>
    /// <param name="nonlinearity">The function of the neurons.</param>
    /// <param name="gridPoints">The points along an axis; at least 2. Default: 21.</param>
    /// <param name="extent">The largest coordinate; null for five times the inverse of the inputs' root mean square norm.</param>
    /// <param name="bias">The bias of the neurons. Default: 0.</param>
    /// <param name="noise">The standard deviation of the noise that the field is averaged over. Default: 0.</param>
    /// <param name="radialTerm">Whether the averaged field has its radial term; see <see cref="WeightDynamicsOptions.RadialTerm"/>. Default: true.</param>
    /// <param name="quadratureNodes">The nodes of the quadrature over noise, from 2 to 60. Default: 20.</param>
    /// <returns>The arrows, the intra-class coordinate changing fastest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IReadOnlyList<FieldArrow> Compute(
        LearningPoints points, SelectivityPlane plane, Nonlinearity nonlinearity, int gridPoints = 21, double? extent = null, double bias = 0,
        double noise = 0, bool radialTerm = true, int quadratureNodes = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gridPoints, 2);
        double[] coordinates = Coordinates(points, gridPoints, extent);
        return Compute(points, plane, nonlinearity,
            [.. coordinates.SelectMany(inter => coordinates.Select(intra => (inter, intra)))], bias, noise, radialTerm, quadratureNodes);
    }

    /// <summary>Computes the field at given points of the plane.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="plane">A plane of these conditions, which says which class the neurons prefer.</param>
    /// <param name="nonlinearity">The function of the neurons.</param>
    /// <param name="at">The coordinates along the inter-class and the intra-class axis.</param>
    /// <param name="bias">The bias of the neurons. Default: 0.</param>
    /// <param name="noise">The standard deviation of the noise that the field is averaged over. Default: 0.</param>
    /// <param name="radialTerm">Whether the averaged field has its radial term. Default: true.</param>
    /// <param name="quadratureNodes">The nodes of the quadrature over noise, from 2 to 60. Default: 20.</param>
    /// <returns>One arrow a point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IReadOnlyList<FieldArrow> Compute(
        LearningPoints points, SelectivityPlane plane, Nonlinearity nonlinearity, IReadOnlyList<(double Inter, double Intra)> at, double bias = 0,
        double noise = 0, bool radialTerm = true, int quadratureNodes = 20)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(nonlinearity);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfLessThan(quadratureNodes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quadratureNodes, 60);
        var options = new WeightDynamicsOptions { Nonlinearity = nonlinearity, Noise = noise, RadialTerm = radialTerm, QuadratureNodes = quadratureNodes };
        var layout = new NeuronLayout(points.Count, points.TargetCount);
        double[] states = new double[at.Count * layout.Stride], changes = new double[states.Length];
        for (int k = 0; k < at.Count; k++)
        {
            Span<double> neuron = states.AsSpan(k * layout.Stride, layout.Stride);
            plane.Preactivations(at[k].Inter, at[k].Intra, neuron[..points.Count]);
            neuron[layout.SquaredNorm] = (at[k].Inter * at[k].Inter) + (at[k].Intra * at[k].Intra);
            neuron[layout.Bias] = bias;
            neuron[layout.Readout + plane.Target] = plane.IsPositive ? 1 : -1;
        }

        new NeuronEquations(points, options, new AveragedSlopes(nonlinearity, quadratureNodes), states, 0, at.Count, at.Count).Derivative(states, changes);
        return [.. at.Select((point, k) =>
        {
            (double inter, double intra) = plane.Project(changes.AsSpan(k * layout.Stride, points.Count));
            return new FieldArrow(point.Inter, point.Intra, inter, intra);
        })];
    }

    private static double[] Coordinates(LearningPoints points, int count, double? extent)
    {
        double largest = extent ?? 5 / points.RootMeanSquareNorm;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largest, nameof(extent));
        return [.. Enumerable.Range(0, count).Select(i => largest * ((2d * i / (count - 1)) - 1))];
    }
}
