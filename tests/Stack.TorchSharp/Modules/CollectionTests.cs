using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class CollectionTests
{
    [Fact]
    public void A_list_names_its_modules_by_position()
    {
        var (first, second, third) = (Linear(1, 2), Linear(2, 3), Linear(3, 4));
        using ModuleList<Linear> list = ModuleList(first, third);

        list.Insert(1, second);
        list.named_parameters().Select(p => p.name).ShouldBe(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"]);
        list.get_parameter("1.weight").ShouldBeSameAs(second.weight);

        list.Remove(first).ShouldBeTrue();
        list.Select(m => m.weight.shape[0]).ShouldBe([3L, 4L]);
        list.named_children().Select(c => c.name).ShouldBe(["0", "1"]);
        first.Dispose();
    }

    [Fact]
    public void A_dictionary_keeps_names_and_order()
    {
        using ModuleDict<Module<Tensor, Tensor>> dictionary = ModuleDict<Module<Tensor, Tensor>>(("z", ReLU()), ("a", Linear(1, 1)));

        dictionary.keys().ShouldBe(["z", "a"]);
        dictionary.named_parameters().Select(p => p.name).ShouldBe(["a.weight", "a.bias"]);
        dictionary["a"].call(ones(2, 1)).shape.ShouldBe([2L, 1L]);
        dictionary.Remove("z").ShouldBeTrue();
        dictionary.Remove("z").ShouldBeFalse();
        dictionary.children().Count().ShouldBe(1);
        Should.Throw<ArgumentException>(() => dictionary.Add("a", ReLU()));
    }

    [Fact]
    public void A_list_of_parameters_owns_them()
    {
        var list = ParameterList(Parameter(zeros(1)), Parameter(ones(2)));
        Parameter added = Parameter(zeros(3));
        list.append(added);

        list.named_parameters().Select(p => p.name).ShouldBe(["0", "1", "2"]);
        list.Dispose();
        added.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void An_ordered_dictionary_is_read_by_key_and_by_position()
    {
        var ordered = new OrderedDict<string, int> { { "b", 1 }, { "a", 2 } };

        ordered["b"] = 5;
        ordered["c"] = 7;
        ordered[1].ShouldBe(("a", 2));
        ordered.values().ShouldBe([5, 2, 7]);
        ordered.Remove("a").ShouldBeTrue();
        ordered.ShouldBe([("b", 5), ("c", 7)]);
        ordered.ContainsKey("a").ShouldBeFalse();
        ordered[0] = ("d", 1);
        ordered.keys().ShouldBe(["d", "c"]);
        Should.Throw<ArgumentException>(() => ordered.Add("c", 0));
    }
}
