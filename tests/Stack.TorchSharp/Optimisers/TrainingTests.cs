using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Optimisers;

public sealed class TrainingTests
{
    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
    public void A_small_network_learns_exclusive_or(string kind)
    {
        manual_seed(1);
        using Tensor x = tensor(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        using Tensor y = tensor(new float[] { 0, 1, 1, 0 }).reshape(4, 1);
        using var network = Sequential(Linear(2, 16), Tanh(), Linear(16, 1));
        using optim.Optimizer optimiser = kind switch
        {
            "sgd" => optim.SGD(network.parameters(), 0.5, momentum: 0.9),
            "adam" => optim.Adam(network.parameters(), 0.05),
            "adamw" => optim.AdamW(network.named_parameters(), 0.05, weight_decay: 1e-4),
            _ => optim.RMSProp(network.parameters(), 0.01),
        };
        using var loss = BCEWithLogitsLoss();

        for (int i = 0; i < 300; i++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            loss.call(network.call(x), y).backward();
            optimiser.step();
        }

        using Tensor score = network.call(x);
        loss.call(score, y).item<float>().ShouldBeLessThan(0.05f);
        score.gt(0).data<bool>().ToArray().ShouldBe([false, true, true, false]);
    }
}
