namespace Geometry.Networks;

/// <summary>The functions of the catalogue in double precision: what the dynamics of single neurons are computed with.</summary>
internal static class ScalarFunctions
{
    /// <summary>Makes the function of a family.</summary>
    /// <param name="family">Its name.</param>
    /// <param name="p">Its parameters.</param>
    public static ScalarFunction Of(string family, double[] p) => family switch
    {
        "tanh" => Smooth(Math.Tanh, TanhSlope),
        "shifted-tanh" => Smooth(x => Math.Tanh(x + p[0]), x => TanhSlope(x + p[0])),
        "linear-gradient-tanh" => Linear(Math.Tanh, _ => 1),
        "rectified-tanh" => Smooth(x => Math.Max(Math.Tanh(x), 0), x => x > 0 ? TanhSlope(x) : 0, (0, 1)),
        "linear-tanh" => Smooth(x => x > 0 ? x : Math.Tanh(x), x => x > 0 ? 1 : TanhSlope(x)),
        "smoothed-tanh" => SmoothedTanh(p[0]),
        "sigmoid" => Smooth(Logistic, x => Logistic(x) * Logistic(-x)),
        "softplus" => Smooth(x => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), Logistic),
        "swish" => Smooth(x => x * Logistic(x), x => Logistic(x) + (x * Logistic(x) * Logistic(-x))),
        "gelu" => Smooth(x => x * NormalLaw.Cdf(x), x => NormalLaw.Cdf(x) + (x * NormalLaw.Density(x))),
        "smoothed-relu" => Smooth(x => (x * NormalLaw.Cdf(x / p[0])) + (p[0] * NormalLaw.Density(x / p[0])), x => NormalLaw.Cdf(x / p[0])),
        "elu" => Smooth(x => x > 0 ? x : p[0] * (Math.Exp(x) - 1), x => x > 0 ? 1 : p[0] * Math.Exp(x), (0, 1 - p[0])),
        "linear" => Linear(x => x, _ => 1),
        "abs" => Linear(Math.Abs, x => Math.Sign(x), (0, 2)),
        "relu" => Linear(x => Math.Max(x, 0), x => x > 0 ? 1 : 0, (0, 1)),
        "shifted-relu" => Linear(x => Math.Max(x + p[0], 0), x => x + p[0] > 0 ? 1 : 0, (-p[0], 1)),
        "leaky-relu" => Linear(x => x > 0 ? x : p[0] * x, x => x > 0 ? 1 : p[0], (0, 1 - p[0])),
        "relu6" => Clamp(0, 6),
        "hardtanh" => Clamp(-p[0], p[0]),
        "relu-ceiling" => Clamp(0, p[0]),
        "dead-zone" => Clipped(double.PositiveInfinity, double.PositiveInfinity, p[0], 0),
        "saturating-dead-zone" => Clipped(p[1], p[1], p[0], 0),
        "clipped" => Clipped(p[0], p[1], p[2], p[3]),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "There is no such family."),
    };

    private static ScalarFunction Smooth(Func<double, double> value, Func<double, double> slope, params (double At, double Size)[] jumps) =>
        new(value, slope, jumps, IsPiecewiseLinear: false);

    private static ScalarFunction Linear(Func<double, double> value, Func<double, double> slope, params (double At, double Size)[] jumps) =>
        new(value, slope, jumps, IsPiecewiseLinear: true);

    private static ScalarFunction Clamp(double min, double max) =>
        Linear(x => Math.Clamp(x, min, max), x => x >= min && x <= max ? 1 : 0, (min, 1), (max, -1));

    private static ScalarFunction Clipped(double lower, double upper, double theta, double offset)
    {
        double Beyond(double x) => theta > 0 ? x - Math.Clamp(x, -theta, theta) : x;
        double Slope(double x) =>
            (theta > 0 && Math.Abs(x) <= theta) || Beyond(x) < -lower || Beyond(x) > upper ? 0 : 1;

        // Without a lower part the derivative rises where the upper part begins, and so on: the jumps of a part that is absent cancel.
        (double At, double Size)[] jumps = lower > 0 || theta > 0
            ? [(-theta - lower, lower > 0 ? 1 : 0), (-theta, lower > 0 && theta > 0 ? -1 : 0), (theta, theta > 0 ? 1 : 0), (theta + upper, -1)]
            : [(0, 1), (upper, -1)];
        return Linear(
            x => Math.Clamp(Beyond(x + offset), -lower, upper),
            x => Slope(x + offset),
            [.. jumps.Where(jump => jump.Size != 0 && double.IsFinite(jump.At)).Select(jump => (jump.At - offset, jump.Size))]);
    }

    private static ScalarFunction SmoothedTanh(double sigma)
    {
        (double[] nodes, double[] weights) = GaussHermite.Rule(NonlinearityFamilies.SmoothingNodes);
        double Mean(Func<double, double> f, double x)
        {
            double sum = 0;
            for (int i = 0; i < nodes.Length; i++)
            {
                sum += weights[i] * f(x + (sigma * nodes[i]));
            }

            return sum;
        }

        return Smooth(x => Mean(Math.Tanh, x), x => Mean(TanhSlope, x));
    }

    private static double TanhSlope(double x)
    {
        double t = Math.Tanh(x);
        return 1 - (t * t);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
