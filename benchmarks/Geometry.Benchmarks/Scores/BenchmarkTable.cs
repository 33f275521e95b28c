using Geometry.Scores;
using Geometry.Seeding;

namespace Geometry.Benchmarks.Scores;

/// <summary>8 conditions x 100 trials x 100 units: Gaussian clouds so wide that decoders make mistakes.</summary>
internal static class BenchmarkTable
{
    public const int Conditions = 8, Trials = 100, Units = 100;

    private const double Noise = 4;

    /// <summary>Makes the table; the conditions are combined from three variables of two levels.</summary>
    public static (Representation Representation, ConditionLabels Conditions, Representation Input) Make()
    {
        var stream = new RandomStream(1, "benchmark");
        var means = new double[Conditions * Units];
        stream.FillGaussian(means.AsSpan());
        var values = new float[Conditions * Trials * Units];
        var input = new float[Conditions * Trials * Conditions];
        var codes = new int[Conditions * Trials];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = row % Conditions;
            input[row * Conditions + codes[row]] = 1;
            for (var i = 0; i < Units; i++)
            {
                values[row * Units + i] = (float)(means[codes[row] * Units + i] + Noise * stream.NextGaussian());
            }
        }

        ConditionLabels Bit(int bit) => new([.. codes.Select(code => code >> bit & 1)], ["off", "on"]);
        var labels = ConditionLabels.Combine(("a", Bit(2)), ("b", Bit(1)), ("c", Bit(0)));
        return (new Representation(values, codes.Length, Units), labels, new Representation(input, codes.Length, Conditions));
    }
}
