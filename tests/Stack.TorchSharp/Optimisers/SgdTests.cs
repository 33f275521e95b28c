using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Stack.TorchSharp.Optimisers;

public sealed class SgdTests
{
    [Theory]
    [InlineData(0.0, 0.0, 0.0, false, false)]
    [InlineData(0.9, 0.0, 0.0, false, false)]
    [InlineData(0.9, 0.5, 0.0, false, false)]
    [InlineData(0.9, 0.0, 0.1, true, false)]
    [InlineData(0.0, 0.0, 0.1, false, true)]
    [InlineData(0.7, 0.0, 0.0, false, true)]
    public void Steps_follow_the_recurrence(double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        double[] p = [.. Trajectory.Start];
        double[]? buffer = null;
        for (int step = 0; step < 7; step++)
        {
            double[] g = Trajectory.Gradient(p);
            for (int i = 0; i < p.Length; i++) g[i] = (maximize ? -g[i] : g[i]) + (decay * p[i]);
            double[] direction = g;
            if (momentum != 0)
            {
                buffer = buffer is null ? [.. g] : [.. buffer.Select((b, i) => (momentum * b) + ((1 - dampening) * g[i]))];
                direction = nesterov ? [.. g.Select((v, i) => v + (momentum * buffer[i]))] : buffer;
            }
            for (int i = 0; i < p.Length; i++) p[i] -= 0.1 * direction[i];
        }

        Trajectory.Run(x => optim.SGD([x], 0.1, momentum, dampening, decay, nesterov, maximize), 7).ShouldBe(p, 1e-12);
    }

    [Fact]
    public void Groups_have_options_of_their_own_and_take_the_rest_from_the_defaults()
    {
        using Parameter fast = nn.Parameter(ones(1)), slow = nn.Parameter(ones(1));
        using var optimiser = new SGD(
            [new SGD.ParamGroup([fast], new SGD.Options { LearningRate = 0.5 }), new SGD.ParamGroup([slow], new SGD.Options())], lr: 0.1);

        (fast + slow).backward();
        optimiser.step();

        fast.item<float>().ShouldBe(0.5f);
        slow.item<float>().ShouldBe(0.9f);
        optimiser.ParamGroups.Select(g => g.LearningRate).ShouldBe([0.5, 0.1]);
    }

    [Fact]
    public void A_changed_learning_rate_holds_from_the_next_step_on()
    {
        using Parameter p = nn.Parameter(zeros(1));
        using var optimiser = optim.SGD([p], 1.0);
        p.sum().backward();
        optimiser.step();
        optimiser.ParamGroups.Single().LearningRate = 0.25;
        optimiser.step();

        p.item<float>().ShouldBe(-1.25f);
        optimiser.ParamGroups.Single().InitialLearningRate.ShouldBe(1.0);
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays()
    {
        using Parameter used = nn.Parameter(ones(1)), unused = nn.Parameter(ones(1));
        using var optimiser = optim.SGD([used, unused], 0.5, 0.9);
        used.sum().backward();
        optimiser.step();
        optimiser.zero_grad();

        unused.item<float>().ShouldBe(1f);
        used.item<float>().ShouldBe(0.5f);
        unused.grad.ShouldBeNull();
        used.grad!.item<float>().ShouldBe(0f);
    }

    [Fact]
    public void A_closure_is_evaluated_with_gradients_and_its_loss_returned()
    {
        using Parameter p = nn.Parameter(tensor(3.0f));
        using var optimiser = optim.SGD([p], 0.1);

        Tensor? loss = optimiser.step(() =>
        {
            optimiser.zero_grad();
            Tensor value = p * p;
            value.backward();
            return value;
        });

        loss!.item<float>().ShouldBe(9f);
        p.item<float>().ShouldBe(2.4f, 1e-6f);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using Parameter p = nn.Parameter(ones(4));
        using var optimiser = optim.SGD([p], 0.1, 0.9, 0.0, 0.01);
        p.sum().backward();
        optimiser.step();

        using var scope = NewDisposeScope();
        for (int i = 0; i < 5; i++) optimiser.step();
        optimiser.zero_grad();
        scope.DisposablesCount.ShouldBe(0);
    }

    [Fact]
    public void The_memory_of_the_steps_outlives_the_scope_of_the_first()
    {
        using Parameter p = nn.Parameter(ones(1));
        SGD optimiser;
        using (NewDisposeScope())
        {
            optimiser = optim.SGD([p], 1.0, 0.5);
            p.sum().backward();
            optimiser.step();
        }
        optimiser.step();

        p.item<float>().ShouldBe(1 - 1 - 1.5f);
        optimiser.Dispose();
    }

    [Fact]
    public void Misuse_is_refused()
    {
        using Parameter p = nn.Parameter(ones(1));

        Should.Throw<ArgumentException>(() => optim.SGD([p], -0.1));
        Should.Throw<ArgumentException>(() => optim.SGD([p], 0.1, nesterov: true));
        Should.Throw<ArgumentException>(() => optim.SGD([p, p], 0.1));
    }
}
