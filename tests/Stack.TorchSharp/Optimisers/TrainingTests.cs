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

    [Fact]
    public void A_small_convolutional_network_tells_rows_from_columns_and_survives_saving()
    {
        manual_seed(2);
        using Tensor x = Bars(64, out Tensor y);
        using var network = Network();
        using var optimiser = optim.Adam(network.parameters(), 0.01);
        using var loss = CrossEntropyLoss();

        for (int i = 0; i < 60; i++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            loss.call(network.call(x), y).backward();
            utils.clip_grad_norm_(network.parameters(), 5);
            optimiser.step();
        }

        network.eval();
        using Tensor fresh = Bars(40, out Tensor labels);
        using Tensor scores = network.call(fresh);
        scores.argmax(1).eq(labels).sum().item<long>().ShouldBeGreaterThanOrEqualTo(38);

        using var stream = new MemoryStream();
        network.save(stream);
        stream.Position = 0;
        using var copy = Network();
        copy.load(stream);
        copy.eval();
        Modules.Values.Of(copy.call(fresh)).ShouldBe(Modules.Values.Of(scores));
    }

    private static global::TorchSharp.Modules.Sequential Network() => Sequential(
        Conv2d(1, 4, 3, 1, 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Dropout(0.1), AdaptiveAvgPool2d(2), Flatten(), Linear(16, 2));

    /// <summary>Noisy 8 x 8 images with one bright row (class 0) or column (class 1).</summary>
    private static Tensor Bars(int count, out Tensor classes)
    {
        Tensor images = randn(count, 1, 8, 8) * 0.1;
        classes = randint(0, 2, [count]).to(ScalarType.Int64);
        long[] kinds = classes.data<long>().ToArray();
        long[] places = randint(0, 8, [count]).to(ScalarType.Int64).data<long>().ToArray();
        for (int i = 0; i < count; i++)
        {
            using Tensor image = images[i, 0];
            using Tensor bar = image.select(kinds[i], places[i]);
            bar.add_(1);
        }
        return images;
    }
}
