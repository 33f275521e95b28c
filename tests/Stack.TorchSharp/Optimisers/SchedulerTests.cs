using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Stack.TorchSharp.Optimisers;

public sealed class SchedulerTests
{
    public static TheoryData<string, double[]> Cases => new()
    {
        { "step", [0.8, 0.8, 0.4, 0.4, 0.2] },
        { "exponential", [0.8, 0.4, 0.2, 0.1, 0.05] },
        { "multistep", [0.8, 0.4, 0.4, 0.2, 0.2] },
        { "lambda", [0.8, 0.4, 0.8 / 3, 0.2, 0.16] },
        { "cosine", [0.8, 0.4 + (0.4 * Math.Sqrt(0.5)), 0.4, 0.4 - (0.4 * Math.Sqrt(0.5)), 0] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rate_follows_the_schedule(string kind, double[] expected)
    {
        using Parameter parameter = nn.Parameter(ones(1));
        using Optimizer optimiser = SGD([parameter], 0.8);
        lr_scheduler.LRScheduler scheduler = kind switch
        {
            "step" => lr_scheduler.StepLR(optimiser, 2, 0.5),
            "exponential" => lr_scheduler.ExponentialLR(optimiser, 0.5),
            "multistep" => lr_scheduler.MultiStepLR(optimiser, [1, 3], 0.5),
            "lambda" => lr_scheduler.LambdaLR(optimiser, epoch => 1.0 / (epoch + 1)),
            _ => lr_scheduler.CosineAnnealingLR(optimiser, 4),
        };

        var rates = new List<double>();
        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            rates.Add(optimiser.ParamGroups.Single().LearningRate);
            scheduler.get_last_lr().ShouldBe([rates[^1]]);
            scheduler.step();
        }
        rates.ShouldBe(expected, 1e-12);

        scheduler.step(1);
        optimiser.ParamGroups.Single().LearningRate.ShouldBe(expected[1], 1e-12);
    }
}
