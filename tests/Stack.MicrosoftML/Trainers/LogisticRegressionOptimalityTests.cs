using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

/// <summary>The solution of logistic regression is known by its optimality conditions and, in simple cases, in closed form.</summary>
public class LogisticRegressionOptimalityTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1f, 1f)]
    [InlineData(20f, 0.5f)]
    [InlineData(60f, 0f)]
    public void Gradient_vanishes_or_lies_within_the_l1_ball(float l1, float l2)
    {
        var rows = Problems.Overlapping(400);
        var model = Fit(rows, l1, l2);

        var gradient = new double[Problems.Width + 1];
        foreach (var row in rows)
        {
            double side = row.Label ? 1 : -1;
            double score = model.Bias + row.Features.Zip(model.Weights, (x, w) => (double)x * w).Sum();
            double slope = -side / (1 + Math.Exp(side * score));
            gradient[0] += slope;
            for (int k = 0; k < Problems.Width; k++) gradient[k + 1] += slope * row.Features[k];
        }

        const double Tolerance = 0.3;
        gradient[0].ShouldBe(0, Tolerance);
        for (int k = 0; k < Problems.Width; k++)
        {
            double weight = model.Weights[k];
            double smooth = gradient[k + 1] + l2 * weight;
            if (weight == 0) Math.Abs(smooth).ShouldBeLessThanOrEqualTo(l1 + Tolerance);
            else smooth.ShouldBe(-l1 * Math.Sign(weight), Tolerance);
        }
    }

    [Fact]
    public void Strong_l1_makes_useless_weights_exactly_zero()
    {
        var model = Fit(Problems.Overlapping(400), l1: 60, l2: 0);

        model.Weights[0].ShouldBeGreaterThan(0);
        model.Weights[3].ShouldBe(0);
    }

    [Fact]
    public void Constant_features_leave_the_base_rate()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new Problems.Row { Label = i < 20, Features = new float[Problems.Width] }).ToList();

        var model = Fit(rows, 0, 0);

        model.Bias.ShouldBe((float)Math.Log(0.2 / 0.8), 1e-2f);
        model.Weights.ShouldAllBe(w => w == 0);
    }

    [Fact]
    public void One_binary_feature_gives_the_log_odds_of_its_two_groups()
    {
        var rows = new List<Problems.Row>();
        for (int i = 0; i < 100; i++)
        {
            rows.Add(new Problems.Row { Label = i < 90, Features = [1, 0, 0, 0] });
            rows.Add(new Problems.Row { Label = i < 30, Features = [-1, 0, 0, 0] });
        }

        var model = Fit(rows, 0, 0);

        double high = Math.Log(0.9 / 0.1), low = Math.Log(0.3 / 0.7);
        ((double)model.Weights[0]).ShouldBe((high - low) / 2, 0.02);
        ((double)model.Bias).ShouldBe((high + low) / 2, 0.02);
    }

    [Fact]
    public void A_weight_counts_as_copies_of_a_row()
    {
        var rows = Problems.Overlapping(300);
        var copies = rows.SelectMany(row => Enumerable.Repeat(row, (int)row.Weight)).ToList();

        var weighted = Fit(rows, 0, 1, exampleWeightColumnName: "Weight");
        var repeated = Fit(copies, 0, 1);

        for (int k = 0; k < Problems.Width; k++) weighted.Weights[k].ShouldBe(repeated.Weights[k], 5e-3f);
        weighted.Bias.ShouldBe(repeated.Bias, 5e-3f);
    }

    [Fact]
    public void Non_negativity_is_kept()
    {
        var rows = Problems.Overlapping(300).Select(row => new Problems.Row { Label = !row.Label, Features = row.Features }).ToList();

        Fit(rows, 0, 1).Weights.ShouldContain(w => w < 0);
        Fit(rows, 0, 1, enforceNonNegativity: true).Weights.ShouldAllBe(w => w >= 0);
    }

    [Fact]
    public void The_seed_of_the_context_does_not_matter()
    {
        var rows = Problems.Overlapping(200);
        var first = FitWith(new MLContext(1), rows).Model.SubModel;
        var second = FitWith(new MLContext(2), rows).Model.SubModel;

        second.Weights.ShouldBe(first.Weights);
        second.Bias.ShouldBe(first.Bias);
    }

    [Fact]
    public void Training_goes_on_from_given_parameters()
    {
        var view = Problems.View(_ml, Problems.Overlapping(200));
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var first = trainer.Fit(view).Model.SubModel;

        var second = trainer.Fit(view, first).Model.SubModel;

        for (int k = 0; k < Problems.Width; k++) second.Weights[k].ShouldBe(first.Weights[k], 5e-3f);
    }

    private static Microsoft.ML.Data.BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<LinearBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>>
        FitWith(MLContext ml, List<Problems.Row> rows) =>
        ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(Problems.View(ml, rows));

    private LinearBinaryModelParameters Fit(List<Problems.Row> rows, float l1, float l2, string? exampleWeightColumnName = null, bool enforceNonNegativity = false) =>
        _ml.BinaryClassification.Trainers
            .LbfgsLogisticRegression(l1Regularization: l1, l2Regularization: l2, exampleWeightColumnName: exampleWeightColumnName, enforceNonNegativity: enforceNonNegativity)
            .Fit(Problems.View(_ml, rows)).Model.SubModel;
}
