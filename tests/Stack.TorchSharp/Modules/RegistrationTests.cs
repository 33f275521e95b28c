using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class RegistrationTests
{
    [Fact]
    public void Fields_are_components_under_their_names()
    {
        using var module = new Pair();

        module.named_parameters().Select(p => p.name).ShouldBe(["scale", "first.weight", "first.bias", "head.weight"]);
        module.named_buffers().Select(b => b.name).ShouldBe(["offset"]);
        module.named_children().Select(c => c.name).ShouldBe(["first", "activation", "head"]);
        module.parameters(recurse: false).Count().ShouldBe(1);
        module.has_parameter("head.weight").ShouldBeTrue();
        module.has_parameter("second.weight").ShouldBeFalse();
        module.get_parameter("first.bias")!.shape.ShouldBe([4L]);
        module.has_buffer("offset").ShouldBeTrue();
        module.get_buffer("nothing").ShouldBeNull();
    }

    [Fact]
    public void Names_of_nested_modules_are_dotted()
    {
        using var module = Sequential(("outer", Sequential(("inner", Linear(2, 2)), ("act", ReLU()))));

        module.named_modules().Select(m => m.name).ShouldBe(["outer", "outer.inner", "outer.act"]);
        module.named_parameters().Select(p => p.name).ShouldBe(["outer.inner.weight", "outer.inner.bias"]);
    }

    [Fact]
    public void A_name_can_be_taken_once_and_holds_no_dot()
    {
        using var module = new Pair();

        Should.Throw<InvalidOperationException>(() => module.register_module("first", Linear(1, 1))).Message.ShouldContain("first");
        Should.Throw<InvalidOperationException>(() => module.register_buffer("offset", zeros(1))).Message.ShouldContain("offset");
        Should.Throw<ArgumentException>(() => module.register_module("a.b", Linear(1, 1)));
        Should.Throw<ArgumentException>(() => module.register_parameter("", Parameter(zeros(1))));
    }

    [Fact]
    public void A_module_that_stands_in_two_places_gives_its_parameters_once()
    {
        var shared = Linear(2, 2);
        using var module = Sequential(("a", shared), ("b", shared));

        module.named_parameters().Select(p => p.name).ShouldBe(["a.weight", "a.bias"]);
        module.state_dict().Keys.ShouldBe(["a.weight", "a.bias", "b.weight", "b.bias"], ignoreOrder: true);
    }

    [Fact]
    public void Parameters_survive_the_scope_that_they_were_made_in()
    {
        Pair module;
        using (NewDisposeScope()) module = new Pair();

        module.parameters().All(p => !p.IsInvalid).ShouldBeTrue();
        module.buffers().All(b => !b.IsInvalid).ShouldBeTrue();
        using Tensor output = module.call(ones(5, 3));
        output.shape.ShouldBe([5L, 2L]);
        module.Dispose();
    }

    [Fact]
    public void A_disposed_module_disposes_what_it_owns_and_throws_when_used()
    {
        var module = new Pair();
        Parameter[] parameters = [.. module.parameters()];
        Tensor[] buffers = [.. module.buffers()];

        module.Dispose();

        parameters.All(p => p.IsInvalid).ShouldBeTrue();
        buffers.All(b => b.IsInvalid).ShouldBeTrue();
        using Tensor input = ones(1, 3);
        Should.Throw<InvalidOperationException>(() => module.call(input));
        module.Dispose();
    }

    [Fact]
    public void A_parameter_takes_its_tensor_over()
    {
        Tensor data = ones(3);
        using Parameter parameter = Parameter(data);

        data.IsInvalid.ShouldBeTrue();
        parameter.requires_grad.ShouldBeTrue();
        parameter.is_leaf.ShouldBeTrue();
        using Parameter frozen = Parameter(ones(3), requires_grad: false);
        frozen.requires_grad.ShouldBeFalse();
    }

    [Fact]
    public void Training_mode_reaches_every_module_inside()
    {
        using var module = Sequential(Linear(2, 2), Sequential(Dropout(), ReLU()));

        module.training.ShouldBeTrue();
        module.eval();
        module.training.ShouldBeFalse();
        module.modules().Any(m => m.training).ShouldBeFalse();
        module.train();
        module.modules().All(m => m.training).ShouldBeTrue();
    }

    [Fact]
    public void Apply_reaches_the_innermost_first_and_the_module_itself_last()
    {
        using var module = Sequential(("a", Linear(1, 1)), ("b", Sequential(("c", ReLU()))));
        var seen = new List<Module>();

        module.apply(seen.Add);

        seen.Select(m => m.GetName()).ShouldBe(["Linear", "ReLU", "Sequential", "Sequential"]);
        seen[^1].ShouldBeSameAs(module);
    }

    [Fact]
    public void Another_element_type_keeps_the_parameters_the_same_objects()
    {
        using var module = Sequential(Linear(2, 3), BatchNorm1d(3));
        Parameter before = module.parameters().First();
        double[] values = Values.Of(before);

        module.to(ScalarType.Float64);

        module.parameters().First().ShouldBeSameAs(before);
        module.parameters().All(p => p.dtype == ScalarType.Float64 && p.requires_grad).ShouldBeTrue();
        Values.Of(before).ShouldBe(values);
        module.get_buffer("1.num_batches_tracked")!.dtype.ShouldBe(ScalarType.Int64);
        using Tensor output = module.call(Values.Wave(4, 2));
        output.sum().backward();
        before.grad!.dtype.ShouldBe(ScalarType.Float64);
        Should.Throw<ArgumentException>(() => module.to(ScalarType.Int32));
    }

    [Fact]
    public void Zero_grad_forgets_gradients_or_fills_them_with_zeros()
    {
        using var module = Linear(2, 1);
        module.call(ones(3, 2)).sum().backward();
        Values.Of(module.weight!.grad!).ShouldBe([3.0, 3.0]);

        module.zero_grad(set_to_none: false);
        Values.Of(module.weight!.grad!).ShouldBe([0.0, 0.0]);
        module.zero_grad();
        module.weight!.grad.ShouldBeNull();
    }
}
