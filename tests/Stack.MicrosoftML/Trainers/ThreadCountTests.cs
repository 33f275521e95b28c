using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

public class ThreadCountTests
{
    [Fact]
    public void The_number_of_threads_hardly_matters()
    {
        var ml = new MLContext(seed: 1);
        var view = Problems.View(ml, Problems.Overlapping(5000));
        LinearBinaryModelParameters one = Fit(1), many = Fit(4);

        for (int k = 0; k < Problems.Width; k++) many.Weights[k].ShouldBe(one.Weights[k], 1e-3f);

        LinearBinaryModelParameters Fit(int threads) => ml.BinaryClassification.Trainers
            .LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = threads }).Fit(view).Model.SubModel;
    }
}
