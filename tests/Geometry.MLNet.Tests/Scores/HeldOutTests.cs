using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Geometry.Seeding;
using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Decoders that are trained on one view and tested on another.</summary>
public class HeldOutTests
{
    private const int Width = 4;
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly DecodabilityOptions Decoding = new() { Decoder = LinearDecoder.LeastSquares, Measures = DecodingMeasures.Both };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Scores_are_those_of_the_two_matrices()
    {
        (Representation training, ConditionLabels trained, IDataView trainingView) = Data(90, "training");
        (Representation testing, ConditionLabels tested, IDataView testingView) = Data(60, "testing");
        var shattering = new ShatteringOptions { Decoding = Decoding with { Measures = DecodingMeasures.Accuracy, Null = new NullOptions { Draws = 3 } } };
        Dichotomy[] targets = [.. Dichotomy.FromClasses("Condition", trained, trained)];

        ScoreTable table = _ml.Geometry.Scores.Evaluate(
            trainingView, testingView, _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], Decoding, "Condition", heldOut: true),
            _ml.Geometry.Scores.Shattering("Embedding", ["Condition"], shattering, heldOut: true));

        ScoreEntry[] expected =
        [
            .. Decodability.Evaluate(training, trained, testing, tested, targets, Decoding),
            .. Decodability.EvaluateClasses(training, trained, testing, tested, "Condition", trained, Decoding),
            .. Shattering.Evaluate(training, trained, testing, tested, shattering),
        ];
        table.Rows.Select(row => (row.Entry.Variant, row.Entry.Target, row.Entry.Value, row.Entry.Null)).ShouldBe(
            expected.Select(entry => (entry.Variant, entry.Target, entry.Value, entry.Null)));
        table.Rows.ShouldAllBe(row => row.Entry.Variant.Contains("held-out", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_chain_the_rows_of_fitting_train_and_those_of_transforming_test()
    {
        IDataView training = Data(90, "training").View, testing = Data(60, "testing").View;
        var chain = _ml.Transforms.NormalizeMinMax("Embedding")
            .Append(_ml.Geometry.Scores.Decodability("Embedding", ["Condition"], Decoding, "Condition", heldOut: true));
        ITransformer scaling = _ml.Transforms.NormalizeMinMax("Embedding").Fit(training);

        ScoreTable chained = _ml.Geometry.Scores.Collect(chain.Fit(training).Transform(testing));

        ScoreTable direct = _ml.Geometry.Scores.Evaluate(
            scaling.Transform(training), scaling.Transform(testing), _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], Decoding, "Condition", heldOut: true));
        chained.Rows.Select(row => row.Entry.Value).ShouldBe(direct.Rows.Select(row => row.Entry.Value));
    }

    [Fact]
    public void Fresh_noise_is_the_same_task_with_another_noise()
    {
        UnstructuredBinaryTask Task(double noise) => new() { Dimensions = 20, Noise = noise };
        IDataView rows = _ml.Geometry.Data.FromTask(Task(0.1), 200, seed: 1);
        ScoreEstimator score = _ml.Geometry.Scores.Decodability("Features", ["Condition"], new DecodabilityOptions(), "Label", heldOut: true);

        double With(double noise) => _ml.Geometry.Scores
            .Evaluate(rows, _ml.Geometry.Data.FromTask(Task(noise), 200, seed: 2), score).Rows.ShouldHaveSingleItem().Entry.Value.Value;

        With(0.1).ShouldBe(1);
        With(5).ShouldBeInRange(0.4, 0.9);
    }

    [Fact]
    public void The_rows_of_fitting_are_refused_for_testing()
    {
        IDataView view = Data(30, "training").View;
        ScoreEstimator score = _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], Decoding, heldOut: true);

        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Evaluate(view, score)).Message.ShouldStartWith(
            "The decoders of 'Embedding.Decodability' are trained on the view that it was fitted on");
        Should.Throw<ArgumentException>(() => score.WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Conditions })).Message
            .ShouldStartWith("Decodability of held-out rows has no interval");
        score.EstimateCost(view, Width)!.Fits.ShouldBe(3);
    }

    private (Representation Rows, ConditionLabels Conditions, IDataView View) Data(int rows, string name)
    {
        var stream = new RandomStream(1, name);
        var values = new float[rows * Width];
        stream.FillGaussian(values);
        int[] codes = [.. Enumerable.Range(0, rows).Select(row => row % 3)];
        for (int row = 0; row < rows; row++)
        {
            values[(row * Width) + codes[row]] += 1.5f;
        }

        IDataView view = Columns.View(
            _ml, Enumerable.Range(0, rows).Select(row => new { Embedding = values[(row * Width)..((row + 1) * Width)], Condition = Names[codes[row]] }), ("Embedding", Width));
        return (new Representation(values, rows, Width), new ConditionLabels(codes, Names), view);
    }
}
