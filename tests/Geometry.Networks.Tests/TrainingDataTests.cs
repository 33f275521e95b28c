namespace Geometry.Networks.Tests;

public class TrainingDataTests
{
    private static readonly TrainingTargets s_targets = TrainingTargets.Binary(new float[] { 0, 1, 1 });

    [Theory]
    [InlineData(float.NaN, "The feature in row 1, column 0 is NaN. Replace or drop missing values before training.")]
    [InlineData(float.NegativeInfinity, "The feature in row 1, column 0 is infinite. Replace or drop missing values before training.")]
    public void Should_Name_The_Place_Of_A_Bad_Feature(float bad, string message) =>
        Should.Throw<ArgumentException>(() => new TrainingSet(new[] { 1, 2, bad, 4, 5, 6 }, 2, s_targets)).Message.ShouldBe(message);

    [Fact]
    public void Should_Accept_Features_Whose_Sum_Overflows() =>
        new TrainingSet(new[] { float.MaxValue, float.MaxValue, 1 }, 1, s_targets).Rows.ShouldBe(3);

    [Fact]
    public void Should_Refuse_Rows_That_Do_Not_Match() =>
        Should.Throw<ArgumentException>(() => new TrainingSet(new float[8], 2, s_targets)).Message
            .ShouldBe("8 feature values do not make 3 rows of 2: features and targets must have the same rows.");

    [Fact]
    public void Should_Refuse_One_Class()
    {
        Message(() => TrainingTargets.Binary(new float[] { 0, 1, 1, 1 }, 2)).ShouldBe(
            "The binary target in column 1 is 1 in all 2 rows, so there is one class only and nothing to learn. Give rows of both classes.");
        Message(() => TrainingTargets.Classes(new[] { 2, 2, 2 }, 4)).ShouldBe(
            "All 3 rows are of class 2, so there is one class only and nothing to learn. Give rows of at least two classes.");
    }

    [Fact]
    public void Should_Refuse_Targets_Out_Of_Range()
    {
        Message(() => TrainingTargets.Binary(new[] { 0, 0.5f })).ShouldBe("The binary target in row 1, column 0 is 0.5; it must be 0 or 1.");
        Message(() => TrainingTargets.Classes(new[] { 0, 3 }, 3)).ShouldBe("The class of row 1 is 3; it must be from 0 to 2.");
        Message(() => TrainingTargets.Real(new[] { 0, float.NaN })).ShouldStartWith("The target in row 1, column 0 is NaN.");
        Message(() => TrainingTargets.Real(Array.Empty<float>())).ShouldBe("There are no rows to train on.");
        Message(() => TrainingTargets.Real(new float[3], 2)).ShouldBe("3 target values do not make rows of 2 columns.");
    }

    [Theory]
    [InlineData(MlpLoss.CrossEntropy, "The loss CrossEntropy does not go with Binary targets. Set MlpOptions.Loss to BinaryCrossEntropy or MeanSquaredError.")]
    public void Should_Refuse_A_Loss_That_Does_Not_Go_With_The_Targets(MlpLoss loss, string message) =>
        Message(() => MlpTrainer.Train(SampleTasks.Unstructured(100), new MlpOptions { Loss = loss })).ShouldBe(message);

    private static string Message(Action action) => Should.Throw<ArgumentException>(action).Message;
}
