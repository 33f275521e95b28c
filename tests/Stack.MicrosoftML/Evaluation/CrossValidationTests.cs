using Microsoft.ML;
using Microsoft.ML.Data;
using Stack.MicrosoftML.Trainers;

namespace Stack.MicrosoftML.Evaluation;

public class CrossValidationTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Each_row_is_held_out_once()
    {
        var view = Problems.View(_ml, Problems.Overlapping(200));

        var results = _ml.BinaryClassification.CrossValidate(view, _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 4);

        results.Select(r => r.Fold).ShouldBe([0, 1, 2, 3]);
        results.Sum(r => r.ScoredHoldOutSet.GetColumn<float>("Score").Count()).ShouldBe(200);
        foreach (var result in results)
        {
            result.Model.ShouldNotBeNull();
            result.Metrics.AreaUnderRocCurve.ShouldBeInRange(0.6, 1);
            var again = _ml.BinaryClassification.Evaluate(result.ScoredHoldOutSet);
            again.LogLoss.ShouldBe(result.Metrics.LogLoss, 1e-9);
        }
    }

    [Fact]
    public void A_chain_is_fitted_anew_for_each_fold()
    {
        var view = Problems.View(_ml, Problems.Overlapping(200));
        var chain = _ml.Transforms.NormalizeMinMax("Features").Append(_ml.BinaryClassification.Trainers.AveragedPerceptron());

        var results = _ml.BinaryClassification.CrossValidateNonCalibrated(view, chain, numberOfFolds: 3);

        results.Count.ShouldBe(3);
        results.Select(r => r.Model).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Several_classes_are_validated_too()
    {
        var view = Problems.View(_ml, Problems.Overlapping(300));
        var keyed = _ml.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(view).Transform(view);

        var results = _ml.MulticlassClassification.CrossValidate(keyed, _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(), numberOfFolds: 3);

        results.Count.ShouldBe(3);
        results.ShouldAllBe(r => r.Metrics.MicroAccuracy > 0.5);
        results.ShouldAllBe(r => r.Metrics.ConfusionMatrix.NumberOfClasses == 3);
    }

    [Fact]
    public void One_fold_is_refused()
    {
        var view = Problems.View(_ml, Problems.Overlapping(20));

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.BinaryClassification.CrossValidate(view, _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 1))
            .Message.ShouldContain("Must be more than 1 (Parameter 'numFolds')");
    }
}
