using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Geometry.Seeding;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Scores of views of many rows, which are not held, are those of matrices.</summary>
public class StreamingTests
{
    private const int Rows = 700, Width = 5;

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Streamed_scores_are_those_of_the_rows()
    {
        (Representation embedding, Representation input, ConditionLabels conditions, IDataView view) = Data();
        Dichotomy target = new("Target", [true, false, true]);
        var debiased = new AlignmentOptions { Kind = AlignmentKind.Debiased, Unit = AlignmentUnit.Rows };
        ScoreEntry[] streamed =
        [
            .. Evaluate(view, _ml.Geometry.Scores.Dimension("Embedding", ["Condition"])),
            .. Evaluate(view, _ml.Geometry.Scores.Dimension("Embedding")),
            .. Evaluate(view, _ml.Geometry.Scores.Alignment("Embedding", ["Condition"], input: "Input", target: "Target")),
            .. Evaluate(view, _ml.Geometry.Scores.Alignment("Embedding", ["Condition"], debiased, input: "Input", target: "Target")),
            .. Evaluate(view, _ml.Geometry.Scores.Collapse("Embedding", ["Condition"])),
        ];

        ScoreEntry[] held =
        [
            Dimension.Evaluate(embedding, conditions),
            Dimension.Evaluate(embedding, null),
            Alignment.Evaluate(embedding, input, "Input", conditions),
            .. Alignment.Evaluate(embedding, [target], conditions, input: input),
            Alignment.Evaluate(embedding, input, "Input", conditions, debiased),
            .. Alignment.Evaluate(embedding, [target], conditions, debiased, input),
            .. NeuralCollapse.Evaluate(embedding, conditions, "Condition", conditions),
        ];
        streamed.Select(entry => (entry.Score, entry.Variant, entry.Target, entry.N)).ShouldBe(held.Select(entry => (entry.Score, entry.Variant, entry.Target, entry.N)));
        foreach ((ScoreEntry left, ScoreEntry right) in streamed.Zip(held))
        {
            left.Value.Value.ShouldBe(right.Value.Value, 1e-6 * (1 + Math.Abs(right.Value.Value)), $"{left.Score} {left.Variant}");
            (left.Bounds?.Ceiling ?? 0).ShouldBe(right.Bounds?.Ceiling ?? 0, 1e-6);
        }
    }

    [Fact]
    public void Least_squares_decoders_streamed_are_those_of_the_rows()
    {
        (Representation embedding, _, ConditionLabels conditions, IDataView view) = Data();
        Dichotomy target = new("Target", [true, false, true]);
        IReadOnlyList<Dichotomy> all = Dichotomy.AllBalanced(3);
        var decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 3, Measures = DecodingMeasures.Both, Seed = 5 };
        var generalising = new CcgpOptions { Decoder = LinearDecoder.LeastSquares, Split = CcgpSplit.AllSizes };
        var counted = new CountingView(view);

        ScoreEntry[] streamed =
        [
            .. Evaluate(counted, _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], decoding, "Target")),
            .. Evaluate(counted, _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], decoding)),
            .. Evaluate(counted, _ml.Geometry.Scores.Ccgp("Embedding", ["Condition"], generalising, "Target")),
            .. Evaluate(counted, _ml.Geometry.Scores.Ccgp("Embedding", ["Condition"], generalising)),
        ];

        // A pass to train and one to test for each of the four.
        counted.PassesOver("Embedding").ShouldBe(8);
        ScoreEntry[] held =
        [
            .. Decodability.Evaluate(embedding, conditions, [target], decoding), .. Decodability.Evaluate(embedding, conditions, all, decoding),
            .. Ccgp.Evaluate(embedding, conditions, [target], generalising), .. Ccgp.Evaluate(embedding, conditions, all, generalising),
        ];
        streamed.Select(entry => (entry.Score, entry.Variant, entry.N)).ShouldBe(held.Select(entry => (entry.Score, entry.Variant, entry.N)));
        foreach ((ScoreEntry left, ScoreEntry right) in streamed.Zip(held))
        {
            left.Value.IsDefined.ShouldBe(right.Value.IsDefined);
            (left.Value.ToNullable() ?? 0).ShouldBe(right.Value.ToNullable() ?? 0, 1e-9);
            (left.StandardError ?? 0).ShouldBe(right.StandardError ?? 0, 1e-9);
        }
    }

    [Fact]
    public void Few_rows_and_what_needs_the_rows_are_read_once()
    {
        (_, _, _, IDataView view) = Data();
        foreach (DecodabilityOptions options in new DecodabilityOptions[]
        {
            new() { Decoder = LinearDecoder.LeastSquares, Folds = 30 }, new() { Decoder = LinearDecoder.LeastSquares, Folds = 2, Measures = DecodingMeasures.Auc },
            new() { Decoder = LinearDecoder.LeastSquares, Folds = 2, MaximumRowsPerCondition = 10 },
        })
        {
            var counted = new CountingView(view);
            Evaluate(counted, _ml.Geometry.Scores.Decodability("Embedding", ["Condition"], options, "Target"));
            counted.PassesOver("Embedding").ShouldBe(1);
        }
    }

    [Fact]
    public void Conditions_of_several_columns_have_the_names_that_fitting_learned()
    {
        IDataView view = Columns.View(
            _ml, Enumerable.Range(0, Rows).Select(row => new { Embedding = new float[] { row % 2, row % 3 }, A = row % 2 == 0, B = $"b{row % 3}" }), ("Embedding", 2));
        ScoreTransformer transformer = _ml.Geometry.Scores.Dimension("Embedding", ["A", "B"]).Fit(view);

        transformer.Conditions.Count.ShouldBe(6);
        ScoreEntry entry = _ml.Geometry.Scores.Collect(transformer.Transform(view)).Rows.ShouldHaveSingleItem().Entry;
        (double first, double second) = (0.25, 2.0 / 3);
        entry.Value.Value.ShouldBe((first + second) * (first + second) / ((first * first) + (second * second)), 1e-6);
        IDataView other = Columns.View(_ml, Enumerable.Range(0, Rows).Select(row => new { Embedding = new float[2], A = true, B = row > 600 ? "b9" : "b0" }), ("Embedding", 2));
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Collect(transformer.Transform(other))).Message.ShouldStartWith("The condition 'A=true, B=b9' of column 'A', 'B' was not");
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused()
    {
        IDataView view = Columns.View(
            _ml, Enumerable.Range(0, Rows).Select(row => new { Embedding = new[] { row, row == 600 ? float.NaN : 1 }, Condition = row % 2 == 0 }), ("Embedding", 2));

        Should.Throw<ArgumentException>(() => Evaluate(view, _ml.Geometry.Scores.Dimension("Embedding", ["Condition"]))).Message.ShouldStartWith("Column 'Embedding': ");
    }

    [Fact]
    public void A_readout_gives_its_distance_from_the_class_means_and_its_disagreement_with_them()
    {
        var readout = new LinearReadout(new float[] { 1, 0, 0 }, default, outputs: 1);

        ScoreEntry[] entries = Evaluate(Square.View(_ml), _ml.Geometry.Scores.Collapse("Embedding", ["A", "B"], readout, "A"));

        entries.Single(entry => entry.Variant == "nc3").Value.Value.ShouldBe(0, 1e-6);
        entries.Single(entry => entry.Variant == "nc4").Value.Value.ShouldBe(0);
    }

    private (Representation Embedding, Representation Input, ConditionLabels Conditions, IDataView View) Data()
    {
        var stream = new RandomStream(1, "streaming");
        float[] embedding = new float[Rows * Width], input = new float[Rows * 2];
        stream.FillGaussian(embedding);
        stream.FillGaussian(input);
        int[] codes = [.. Enumerable.Range(0, Rows).Select(_ => stream.NextInt32(3))];
        string[] names = ["a", "b", "c"];
        for (int row = 0; row < Rows; row++)
        {
            embedding[(row * Width) + codes[row]] += 2;
            input[row * 2] += codes[row] + embedding[row * Width];
        }

        IDataView view = Columns.View(
            _ml,
            Enumerable.Range(0, Rows).Select(row => new
            {
                Embedding = embedding[(row * Width)..((row + 1) * Width)], Input = input[(row * 2)..((row + 1) * 2)], Condition = names[codes[row]], Target = codes[row] != 1,
            }),
            ("Embedding", Width), ("Input", 2));
        return (new Representation(embedding, Rows, Width), new Representation(input, Rows, 2), new ConditionLabels(codes, names), view);
    }

    private ScoreEntry[] Evaluate(IDataView view, ScoreEstimator estimator) => [.. _ml.Geometry.Scores.Evaluate(view, estimator).Rows.Select(row => row.Entry)];
}
