using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

public class OnlineTrainerTests
{
    private readonly MLContext _ml = new(seed: 1);

    public static TheoryData<string> Trainers => ["AveragedPerceptron", "LinearSvm"];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Separable_classes_are_separated(string name)
    {
        var view = Problems.View(_ml, Problems.Separable(300));

        var scored = Make(_ml, name).Fit(view).Transform(view);

        scored.GetColumn<bool>("PredictedLabel").ShouldBe(scored.GetColumn<bool>("Label"));
        _ml.BinaryClassification.EvaluateNonCalibrated(scored).AreaUnderRocCurve.ShouldBe(1, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void There_is_a_score_but_no_probability(string name)
    {
        var view = Problems.View(_ml, Problems.Separable(50));

        var schema = Make(_ml, name).Fit(view).Transform(view).Schema;

        schema.Skip(view.Schema.Count).Select(c => c.Name).ShouldBe(["PredictedLabel", "Score"]);
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Equal_seeds_give_equal_models(string name)
    {
        var rows = Problems.Overlapping(200);
        float[] first = Weights(new MLContext(5)), second = Weights(new MLContext(5));

        second.ShouldBe(first);

        float[] Weights(MLContext ml)
        {
            var transformer = (ISingleFeaturePredictionTransformer<LinearBinaryModelParameters>)Make(ml, name).Fit(Problems.View(ml, rows));
            return [.. transformer.Model.Weights];
        }
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Score_is_linear_in_the_features(string name)
    {
        var rows = Problems.Separable(60);
        var view = Problems.View(_ml, rows);
        var transformer = (ISingleFeaturePredictionTransformer<LinearBinaryModelParameters>)Make(_ml, name).Fit(view);
        var model = transformer.Model;

        float[] scores = [.. transformer.Transform(view).GetColumn<float>("Score")];

        for (int i = 0; i < rows.Count; i++)
            scores[i].ShouldBe(model.Bias + rows[i].Features.Zip(model.Weights, (x, w) => x * w).Sum(), 1e-2f);
    }

    [Fact]
    public void Defaults_are_those_of_the_package()
    {
        var svm = new LinearSvmTrainer.Options();
        svm.Lambda.ShouldBe(0.001f);
        svm.NumberOfIterations.ShouldBe(1);
        svm.BatchSize.ShouldBe(1);
        svm.PerformProjection.ShouldBeFalse();
        var perceptron = new AveragedPerceptronTrainer.Options();
        perceptron.LearningRate.ShouldBe(1);
        perceptron.DecreaseLearningRate.ShouldBeFalse();
        perceptron.Averaged.ShouldBeTrue();
        perceptron.LossFunction.ShouldBeOfType<HingeLoss>();
    }

    private static IEstimator<ITransformer> Make(MLContext ml, string name) => name switch
    {
        "AveragedPerceptron" => ml.BinaryClassification.Trainers.AveragedPerceptron(),
        _ => ml.BinaryClassification.Trainers.LinearSvm(numberOfIterations: 10),
    };
}
