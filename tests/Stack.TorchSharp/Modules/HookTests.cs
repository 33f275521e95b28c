using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class HookTests
{
    [Fact]
    public void Hooks_run_on_call_and_not_on_forward()
    {
        using var module = Linear(2, 2);
        int before = 0, after = 0;
        module.register_forward_pre_hook((_, input) => { before++; return input; });
        module.register_forward_hook((_, _, output) => { after++; return output; });

        using Tensor input = ones(1, 2);
        module.forward(input).Dispose();
        (before, after).ShouldBe((0, 0));
        module.call(input).Dispose();
        (before, after).ShouldBe((1, 1));
    }

    [Fact]
    public void A_pre_hook_changes_the_input_and_a_hook_the_output()
    {
        using var module = Identity();
        module.register_forward_pre_hook((_, input) => input + 1);
        module.register_forward_hook((_, input, output) => output * 10 + input);

        Values.Of(module.call(tensor(new[] { 1.0, 2.0 }))).ShouldBe([22.0, 33.0]);
    }

    [Fact]
    public void A_removed_hook_runs_no_more()
    {
        using var module = Identity();
        int calls = 0;
        var hook = module.register_forward_hook((_, _, output) => { calls++; return output; });
        var plain = module.register_forward_hook(_ => calls += 10);

        module.call(ones(1)).Dispose();
        hook.remove();
        module.call(ones(1)).Dispose();
        plain.remove();
        module.call(ones(1)).Dispose();

        calls.ShouldBe(21);
    }

    [Fact]
    public void Sequential_reaches_the_hooks_of_what_it_holds()
    {
        var middle = Tanh();
        using var module = Sequential(Linear(2, 3), middle, Linear(3, 1));
        var shapes = new List<long[]>();
        middle.register_forward_hook((_, _, output) => { shapes.Add(output.shape); return output; });

        module.call(ones(7, 2)).Dispose();

        shapes.Single().ShouldBe([7L, 3L]);
    }

    [Fact]
    public void Modules_of_two_inputs_have_hooks_too()
    {
        using var loss = MSELoss();
        loss.register_forward_hook((_, _, _, output) => output * 2);

        loss.call(ones(2), zeros(2)).item<float>().ShouldBe(2f);
    }
}
