using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

public class LossTests
{
    public static TheoryData<IClassificationLoss> Losses => [new HingeLoss(), new SmoothedHingeLoss(), new LogLoss(), new ExpLoss()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Derivative_is_the_slope_of_the_loss(IClassificationLoss loss)
    {
        const float Step = 1e-2f;
        foreach (float label in (float[])[0, 1])
        {
            foreach (float output in (float[])[-2.3f, -0.7f, 0.1f, 0.6f, 1.8f])
            {
                double slope = (loss.Loss(output + Step, label) - loss.Loss(output - Step, label)) / (2 * Step);
                ((double)loss.Derivative(output, label)).ShouldBe(slope, 2e-3 * Math.Max(1, Math.Abs(slope)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_falls_on_the_right_side(IClassificationLoss loss)
    {
        loss.Loss(-1, 1).ShouldBeGreaterThan(loss.Loss(1, 1));
        loss.Loss(1, 0).ShouldBe(loss.Loss(-1, 1), 1e-6);
    }
}
