using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class UtilityTests
{
    [Fact]
    public void Clipping_scales_all_gradients_by_their_joint_norm()
    {
        using Parameter a = Parameter(zeros(2)), b = Parameter(zeros(1)), without = Parameter(zeros(1));
        a.grad = tensor(new[] { 2f, 3f });
        b.grad = tensor(new[] { 6f });

        utils.clip_grad_norm_([a, b, without], 3.5).ShouldBe(7, 1e-6);
        Values.Of(a.grad!).ShouldBe([1.0, 1.5], 1e-5);
        Values.Of(b.grad!).ShouldBe([3.0], 1e-5);

        utils.clip_grad_norm_([a, b], 100, 1).ShouldBe(5.5, 1e-4);
        Values.Of(b.grad!).ShouldBe([3.0], 1e-5);
        utils.clip_grad_value_([a, b], 1.25);
        Values.Of(a.grad!).ShouldBe([1.0, 1.25], 1e-5);
    }

    [Fact]
    public void Parameters_go_into_a_vector_and_back()
    {
        using var source = Linear(2, 3);
        using var target = Linear(2, 3);
        using Tensor vector = utils.parameters_to_vector(source.parameters());

        vector.shape.ShouldBe([9L]);
        utils.vector_to_parameters(vector, target.parameters());

        Values.Of(target.weight).ShouldBe(Values.Of(source.weight));
        Values.Of(target.bias!).ShouldBe(Values.Of(source.bias!));
        target.weight.is_leaf.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => utils.vector_to_parameters(ones(4), target.parameters()));
    }
}
