using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Transforms.NormalizingTransformer;

namespace Stack.MicrosoftML.Transforms;

public class NormalizerTests
{
    private static readonly Point[] Points =
    [
        new() { Features = [1, 1, 3, 0], Number = 2, Precise = 4 },
        new() { Features = [2, 2, 2, 0], Number = 4, Precise = 8 },
        new() { Features = [0, 0, 1, 0], Number = 6, Precise = 0 },
        new() { Features = [-1, -1, -1, 1], Number = 8, Precise = -4 },
    ];

    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public NormalizerTests() => _view = _ml.Data.LoadFromEnumerable(Points);

    [Fact]
    public void Min_max_keeps_zero_by_default() => Values(_ml.Transforms.NormalizeMinMax("Features")).ShouldBeClose(
    [
        [0.5f, 0.5f, 1, 0],
        [1, 1, 0.6667f, 0],
        [0, 0, 0.3333f, 0],
        [-0.5f, -0.5f, -0.3333f, 1],
    ]);

    [Fact]
    public void Min_max_without_fixed_zero_covers_the_unit_interval() => Values(_ml.Transforms.NormalizeMinMax("Features", fixZero: false)).ShouldBeClose(
    [
        [0.6667f, 0.6667f, 1, 0],
        [1, 1, 0.75f, 0],
        [0.3333f, 0.3333f, 0.5f, 0],
        [0, 0, 0, 1],
    ]);

    [Fact]
    public void Mean_variance_keeps_zero_by_default() => Values(_ml.Transforms.NormalizeMeanVariance("Features")).ShouldBeClose(
    [
        [0.8165f, 0.8165f, 1.5492f, 0],
        [1.6330f, 1.6330f, 1.0328f, 0],
        [0, 0, 0.5164f, 0],
        [-0.8165f, -0.8165f, -0.5164f, 2],
    ]);

    [Fact]
    public void Mean_variance_may_give_the_distribution_function() => Values(_ml.Transforms.NormalizeMeanVariance("Features", useCdf: true)).ShouldBeClose(
    [
        [0.6726f, 0.6726f, 0.8816f, 0.2819f],
        [0.9101f, 0.9101f, 0.6939f, 0.2819f],
        [0.3274f, 0.3274f, 0.4329f, 0.2819f],
        [0.0899f, 0.0899f, 0.0641f, 0.9584f],
    ]);

    [Fact]
    public void Log_mean_variance_measures_by_the_logarithms_of_positive_values()
    {
        var affine = Values(_ml.Transforms.NormalizeLogMeanVariance("Features", useCdf: false));
        var cdf = Values(_ml.Transforms.NormalizeLogMeanVariance("Features"));

        affine.Select(row => row[0]).ToArray().ShouldBe([1.8854f, 4.7708f, -1, -3.8854f], 1e-3);
        cdf.Select(row => row[0]).ToArray().ShouldBe([0.1587f, 0.8413f, 0, 0], 1e-3);
    }

    [Fact]
    public void Mean_variance_without_fixed_zero_standardises()
    {
        var values = Values(_ml.Transforms.NormalizeMeanVariance("Features", fixZero: false));

        for (int slot = 0; slot < 4; slot++)
        {
            values.Average(row => row[slot]).ShouldBe(0, 1e-5f);
            values.Average(row => row[slot] * row[slot]).ShouldBe(1, 1e-5f);
        }
    }

    [Fact]
    public void Parameters_can_be_read()
    {
        var fixedZero = _ml.Transforms.NormalizeMinMax("Features").Fit(_view).GetNormalizerModelParameters(0)
            .ShouldBeOfType<AffineNormalizerModelParameters<ImmutableArray<float>>>();
        fixedZero.Scale[2].ShouldBe(1 / 3f, 1e-6f);
        fixedZero.Offset.Length.ShouldBe(0);

        var free = _ml.Transforms.NormalizeMinMax("Features", fixZero: false).Fit(_view).GetNormalizerModelParameters(0)
            .ShouldBeOfType<AffineNormalizerModelParameters<ImmutableArray<float>>>();
        free.Offset[2].ShouldBe(-1);
        free.Scale[2].ShouldBe(0.25f, 1e-6f);

        var cdf = _ml.Transforms.NormalizeMeanVariance("Features", useCdf: true).Fit(_view).GetNormalizerModelParameters(0)
            .ShouldBeOfType<CdfNormalizerModelParameters<ImmutableArray<float>>>();
        cdf.Mean[0].ShouldBe(0.5f, 1e-6f);
        cdf.StandardDeviation[0].ShouldBe(MathF.Sqrt(1.25f), 1e-5f);
        cdf.UseLog.ShouldBeFalse();
    }

    [Fact]
    public void Scalars_of_both_precisions_work()
    {
        var columns = new[] { new InputOutputColumnPair("Number"), new InputOutputColumnPair("Scaled", "Precise") };

        var transformed = _ml.Transforms.NormalizeMinMax(columns).Fit(_view).Transform(_view);

        transformed.GetColumn<float>("Number").ShouldBe([0.25f, 0.5f, 0.75f, 1]);
        transformed.GetColumn<double>("Scaled").ShouldBe([0.5, 1, 0, -0.5]);
    }

    [Fact]
    public void Missing_values_are_ignored_and_stay_missing()
    {
        var view = _ml.Data.LoadFromEnumerable([new { X = 2f }, new { X = float.NaN }, new { X = -4f }]);

        _ml.Transforms.NormalizeMinMax("X").Fit(view).Transform(view).GetColumn<float>("X").ShouldBe([0.5f, float.NaN, -1]);
    }

    [Fact]
    public void A_sparse_vector_stays_sparse_when_zero_is_fixed()
    {
        var view = _ml.Data.LoadFromEnumerable([new Sparse { X = new VBuffer<float>(5, 2, [2, 4], [1, 3]) }, new Sparse { X = new VBuffer<float>(5, 1, [-8], [3]) }]);

        var rows = _ml.Transforms.NormalizeMinMax("X").Fit(view).Transform(view).GetColumn<VBuffer<float>>("X").ToList();

        rows[0].IsDense.ShouldBeFalse();
        rows[0].DenseValues().ShouldBe([0, 1, 0, 0.5f, 0]);
        var free = _ml.Transforms.NormalizeMinMax("X", fixZero: false).Fit(view).Transform(view).GetColumn<VBuffer<float>>("X").ToList();
        free[1].DenseValues().ShouldBe([0, 0, 0, 0, 0]);
        free[0].DenseValues().ShouldBe([0, 1, 0, 1, 0]);
    }

    [Fact]
    public void The_result_is_marked_as_normalized()
    {
        var schema = _ml.Transforms.NormalizeMinMax("Features").Fit(_view).GetOutputSchema(_view.Schema);

        schema["Features"].IsNormalized().ShouldBeTrue();
        schema["Features"].Type.ShouldBe(_view.Schema["Features"].Type);
    }

    [Fact]
    public void Text_is_refused()
    {
        var view = _ml.Data.LoadFromEnumerable([new { Name = "a" }]);

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizeMinMax("Name").Fit(view))
            .Message.ShouldBe("Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: String. (Parameter 'srcType')");
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizeMinMax("Other").Fit(view))
            .Message.ShouldBe("Could not find input column 'Other' (Parameter 'inputSchema')");
    }

    private List<float[]> Values(IEstimator<ITransformer> estimator) =>
        [.. estimator.Fit(_view).Transform(_view).GetColumn<float[]>("Features")];

    public sealed class Point
    {
        [VectorType(4)]
        public float[] Features { get; set; } = [];

        public float Number { get; set; }

        public double Precise { get; set; }
    }

    private sealed class Sparse
    {
        [VectorType(5)]
        public VBuffer<float> X { get; set; }
    }
}
