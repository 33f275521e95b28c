using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class StateTests
{
    private static global::TorchSharp.Modules.Sequential Network() => Sequential(("a", Linear(3, 4)), ("n", BatchNorm1d(4)), ("b", Linear(4, 2)));

    [Fact]
    public void The_state_dictionary_holds_the_tensors_themselves()
    {
        using var module = Network();
        var state = module.state_dict();

        state.Keys.ShouldBe(["a.weight", "a.bias", "n.weight", "n.bias", "b.weight", "b.bias", "n.running_mean", "n.running_var", "n.num_batches_tracked"], ignoreOrder: true);
        state["a.weight"].ShouldBeSameAs(module.get_parameter("a.weight"));
        module.state_dict(prefix: "net").Keys.ShouldContain("net.a.weight");
    }

    [Fact]
    public void Saved_and_loaded_through_a_stream_the_values_return()
    {
        using var saved = Network();
        saved.call(Values.Wave(6, 3).to(ScalarType.Float32)).Dispose();
        using var target = Network();
        using var stream = new MemoryStream();

        saved.save(stream);
        stream.Position = 0;
        var loaded = new Dictionary<string, bool>();
        target.load(stream, loadedParameters: loaded);

        AssertSame(saved, target);
        loaded.Count.ShouldBe(9);
        loaded.Values.ShouldAllBe(done => done);
    }

    [Fact]
    public void Saved_and_loaded_through_a_file_the_values_return()
    {
        using var saved = Network();
        using var target = Network();
        string path = Path.GetTempFileName();
        try
        {
            saved.save(path);
            target.load(path);
            AssertSame(saved, target);
        }
        finally
        {
            File.Delete(path);
        }
        Should.Throw<FileNotFoundException>(() => target.load(path));
    }

    [Fact]
    public void The_file_starts_with_counts_and_names_in_the_documented_order()
    {
        using var module = Linear(1, 1, hasBias: false);
        using (no_grad()) module.weight!.fill_(1);
        using var stream = new MemoryStream();

        module.save(stream);

        // One entry; "weight"; type 6 (float), two dimensions of extent 1; 1.0f.
        stream.ToArray().ShouldBe([1, 6, .. "weight"u8.ToArray(), 6, 2, 1, 1, 0, 0, 0x80, 0x3F]);
    }

    [Fact]
    public void Strict_loading_refuses_other_names_and_shapes()
    {
        using var small = Linear(2, 2, hasBias: false);
        using var large = Linear(3, 2, hasBias: false);
        using var biased = Linear(2, 2);

        Should.Throw<ArgumentException>(() => Reload(small, biased)).Message.ShouldContain("state_dict");
        Should.Throw<ArgumentException>(() => Reload(biased, small)).Message.ShouldContain("bias");
        Should.Throw<ArgumentException>(() => Reload(large, small)).Message.ShouldContain("weight");
    }

    [Fact]
    public void Loose_loading_takes_what_fits_and_says_so()
    {
        using var saved = Linear(2, 2, hasBias: false);
        using var target = Linear(2, 2);
        double[] bias = Values.Of(target.bias!);
        var loaded = new Dictionary<string, bool>();

        Reload(saved, target, strict: false, loaded: loaded);

        Values.Of(target.weight!).ShouldBe(Values.Of(saved.weight!));
        Values.Of(target.bias!).ShouldBe(bias);
        loaded["weight"].ShouldBeTrue();
    }

    [Fact]
    public void What_is_to_be_skipped_is_neither_written_nor_read()
    {
        using var saved = Linear(2, 2);
        using var target = Linear(2, 2);
        double[] bias = Values.Of(target.bias!);

        Reload(saved, target, skip: ["bias"]);

        Values.Of(target.weight!).ShouldBe(Values.Of(saved.weight!));
        Values.Of(target.bias!).ShouldBe(bias);
    }

    [Fact]
    public void A_state_dictionary_is_copied_in_and_checked()
    {
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);

        target.load_state_dict(source.state_dict());
        Values.Of(target.weight!).ShouldBe(Values.Of(source.weight!));
        target.weight!.requires_grad.ShouldBeTrue();

        var incomplete = new Dictionary<string, Tensor> { ["weight"] = source.weight!, ["other"] = zeros(1) };
        Should.Throw<InvalidOperationException>(() => target.load_state_dict(incomplete));
        var (missing, unexpected) = target.load_state_dict(incomplete, strict: false);
        missing.ShouldBe(["bias"]);
        unexpected.ShouldBe(["other"]);
    }

    [Fact]
    public void Another_element_type_is_refused_or_left_out()
    {
        using var saved = Linear(2, 2).to(ScalarType.Float64);
        using var target = Linear(2, 2);
        double[] before = Values.Of(target.weight);
        var loaded = new Dictionary<string, bool>();

        Should.Throw<ArgumentException>(() => Reload(saved, target)).Message.ShouldContain("weight");
        Reload(saved, target, strict: false, loaded: loaded);
        loaded.Values.ShouldAllBe(done => !done);
        Values.Of(target.weight).ShouldBe(before);
    }

    [Fact]
    public void Loading_leaves_no_tensor_behind()
    {
        using var module = Network();
        using var scope = NewDisposeScope();

        Reload(module, module);

        scope.DisposablesCount.ShouldBe(0);
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        using var module = Network();
        using var stream = new MemoryStream();
        module.save(stream);

        using var half = new MemoryStream(stream.ToArray()[..^7]);
        Should.Throw<EndOfStreamException>(() => module.load(half));
    }

    private static void Reload(Module saved, Module target, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loaded = null)
    {
        using var stream = new MemoryStream();
        saved.save(stream, skip);
        stream.Position = 0;
        target.load(stream, strict, skip, loaded);
    }

    private static void AssertSame(Module expected, Module actual)
    {
        var values = actual.state_dict();
        foreach (var (name, tensor) in expected.state_dict()) Values.Of(values[name]).ShouldBe(Values.Of(tensor), name);
    }
}
