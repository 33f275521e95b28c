using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>
/// Runs a user's module and catches the outputs of its submodules by forward hooks, which are there only while it runs. A module may keep
/// state while it runs, so one batch runs at a time, whatever the number of cursors.
/// </summary>
internal sealed class ModuleForwardPass : IForwardPass
{
    private readonly nn.Module<Tensor, Tensor> _module;
    private readonly long[] _inputShape;
    private readonly string?[] _submodules;
    private readonly nn.Module<Tensor, Tensor>?[] _hooked;
    private readonly int[][] _shapes;
    private readonly Tensor?[] _caught;
    private readonly Func<NonlinearitySwap?> _swap;

    /// <summary>Binds a module, finds the wanted submodules and runs one row of zeros to learn the shapes of the outputs.</summary>
    /// <param name="module">The module.</param>
    /// <param name="inputShape">The dimensions of one row of its input.</param>
    /// <param name="submodules">For each layer the submodule whose output it is; null for the module's own.</param>
    /// <param name="swap">Swaps the module's nonlinearities while it runs; gives null where they stay.</param>
    public ModuleForwardPass(
        nn.Module<Tensor, Tensor> module, IReadOnlyList<int> inputShape, IEnumerable<string?> submodules, Func<NonlinearitySwap?> swap)
    {
        _module = module;
        _swap = swap;
        _inputShape = [.. inputShape.Select(size => (long)size)];
        _submodules = [.. submodules];
        _caught = new Tensor?[_submodules.Length];
        InputWidth = Product(inputShape);
        _hooked = Array.ConvertAll(_submodules, Find);
        _shapes = new int[_submodules.Length][];
        bool[] all = new bool[_submodules.Length];
        Array.Fill(all, true);
        Run(new float[InputWidth], 1, all, (layer, output) => _shapes[layer] = RowShape(layer, output));
        LayerWidths = Array.ConvertAll(_shapes, Product);
    }

    public int InputWidth { get; }

    public IReadOnlyList<int> LayerWidths { get; }

    /// <summary>The dimensions of one row of a layer.</summary>
    public int[] Dimensions(int layer) => _shapes[layer];

    public void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, LayerValues layers) =>
        Run(inputs, rows, wanted, (layer, output) => layers.Store(layer, output, rows));

    private void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, Action<int, Tensor> receive)
    {
        lock (_module)
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            (nn.Module Module, bool Training)[] modes = [.. _module.modules().Prepend(_module).Select(part => (part, part.training))];
            using NonlinearitySwap? swap = _swap();
            Action unhook = Hook(wanted);
            try
            {
                _module.eval();
                Tensor output = _module.call(tensor(inputs.AsMemory(0, rows * InputWidth), [rows, .. _inputShape]));
                RequireSwapped(swap);
                for (int layer = 0; layer < _submodules.Length; layer++)
                {
                    if (wanted[layer])
                    {
                        receive(layer, _hooked[layer] is null ? output : Caught(layer));
                    }
                }
            }
            finally
            {
                unhook();
                foreach (Tensor? tensor in _caught)
                {
                    tensor?.Dispose();
                }

                Array.Clear(_caught);
                Restore(modes);
            }
        }
    }

    private static void RequireSwapped(NonlinearitySwap? swap)
    {
        if (swap?.NotRun is { Count: > 0 } left)
        {
            throw new InvalidOperationException(
                $"The module ran without its submodules {string.Join(", ", left.Select(name => $"'{name}'"))}, so their nonlinearity is not swapped. Hooks see submodules "
                + "that are run by call(), not by forward(). Name the ones to swap that do run.");
        }
    }

    // The mode of a module is set with those of all its parts, so parts that differ come after what they are part of.
    private static void Restore(IEnumerable<(nn.Module Module, bool Training)> modes)
    {
        foreach ((nn.Module part, bool training) in modes)
        {
            if (part.training != training)
            {
                part.train(training);
            }
        }
    }

    private nn.Module<Tensor, Tensor>? Find(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var modules = _module.named_modules().ToDictionary(entry => entry.name, entry => entry.module);
        if (!modules.TryGetValue(name, out nn.Module? found))
        {
            throw new ArgumentException($"The module has no submodule '{name}'. It has: {string.Join(", ", modules.Keys)}.");
        }

        return found as nn.Module<Tensor, Tensor>
            ?? throw new ArgumentException($"The submodule '{name}' ({found.GetName()}) does not map one tensor to one tensor, so its output is no column.");
    }

    /// <summary>Lets the wanted submodules hand over their outputs.</summary>
    /// <returns>What ends that.</returns>
    private Action Hook(ReadOnlySpan<bool> wanted)
    {
        Action unhook = () => { };
        for (int index = 0; index < wanted.Length; index++)
        {
            if (wanted[index] && _hooked[index] is { } submodule)
            {
                int layer = index;
                var hook = submodule.register_forward_hook((_, _, output) =>
                {
                    // A copy out of reach of in-place operations and of dispose scopes within the module.
                    _caught[layer]?.Dispose();
                    _caught[layer] = output.detach().clone().DetachFromDisposeScope();
                    return output;
                });
                unhook += hook.remove;
            }
        }

        return unhook;
    }

    private Tensor Caught(int layer) => _caught[layer] ?? throw new InvalidOperationException(
        $"The module ran without its submodule '{_submodules[layer]}'. Hooks see submodules that are run by call(), not by forward().");

    private int[] RowShape(int layer, Tensor output)
    {
        long[] shape = output.shape;
        string name = _submodules[layer] is { } submodule ? $"submodule '{submodule}'" : "module";
        return shape.Length >= 2 && shape[0] == 1
            ? Array.ConvertAll(shape[1..], size => checked((int)size))
            : throw new InvalidOperationException(
                $"For one row the {name} gave a tensor of shape [{string.Join(", ", shape)}]; a column needs one row of output for each row of input, rows first.");
    }

    private static int Product(IReadOnlyList<int> sizes) => sizes.Aggregate(1, (product, size) => checked(product * size));
}
