using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>
/// Runs a user's module and catches the outputs of its submodules by forward hooks. A module may keep state while it runs, so one
/// batch runs at a time, whatever the number of cursors.
/// </summary>
internal sealed class ModuleForwardPass : IForwardPass
{
    private readonly nn.Module<Tensor, Tensor> _module;
    private readonly long[] _inputShape;
    private readonly string?[] _submodules;
    private readonly int[][] _shapes;
    private readonly Tensor?[] _caught;
    private bool _catching;

    /// <summary>Binds a module, hooks the wanted submodules and runs one row of zeros to learn the shapes of the outputs.</summary>
    /// <param name="module">The module.</param>
    /// <param name="inputShape">The dimensions of one row of its input.</param>
    /// <param name="submodules">For each layer the submodule whose output it is; null for the module's own.</param>
    public ModuleForwardPass(nn.Module<Tensor, Tensor> module, IReadOnlyList<int> inputShape, IEnumerable<string?> submodules)
    {
        _module = module;
        _inputShape = [.. inputShape.Select(size => (long)size)];
        _submodules = [.. submodules];
        _caught = new Tensor?[_submodules.Length];
        InputWidth = Product(inputShape);
        for (int layer = 0; layer < _submodules.Length; layer++)
        {
            Hook(layer);
        }

        _shapes = new int[_submodules.Length][];
        Run(new float[InputWidth], 1, (layer, output) => _shapes[layer] = RowShape(layer, output));
        LayerWidths = Array.ConvertAll(_shapes, Product);
    }

    public int InputWidth { get; }

    public IReadOnlyList<int> LayerWidths { get; }

    /// <summary>The dimensions of one row of a layer.</summary>
    public int[] Dimensions(int layer) => _shapes[layer];

    public void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, LayerValues layers)
    {
        bool[] kept = wanted.ToArray();
        Run(inputs, rows, (layer, output) =>
        {
            if (kept[layer])
            {
                layers.Store(layer, output, rows);
            }
        });
    }

    private void Run(float[] inputs, int rows, Action<int, Tensor> receive)
    {
        lock (_module)
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            bool training = _module.training;
            try
            {
                _module.eval();
                _catching = true;
                Tensor output = _module.call(tensor(inputs.AsMemory(0, rows * InputWidth), [rows, .. _inputShape]));
                for (int layer = 0; layer < _submodules.Length; layer++)
                {
                    receive(layer, _submodules[layer] is null ? output : Caught(layer));
                }
            }
            finally
            {
                _catching = false;
                foreach (Tensor? tensor in _caught)
                {
                    tensor?.Dispose();
                }

                Array.Clear(_caught);
                _module.train(training);
            }
        }
    }

    private void Hook(int layer)
    {
        if (_submodules[layer] is not { } name)
        {
            return;
        }

        var modules = _module.named_modules().ToDictionary(entry => entry.name, entry => entry.module);
        if (!modules.TryGetValue(name, out nn.Module? found))
        {
            throw new ArgumentException($"The module has no submodule '{name}'. It has: {string.Join(", ", modules.Keys)}.");
        }

        if (found is not nn.Module<Tensor, Tensor> submodule)
        {
            throw new ArgumentException($"The submodule '{name}' ({found.GetName()}) does not map one tensor to one tensor, so its output is no column.");
        }

        submodule.register_forward_hook((_, _, output) =>
        {
            if (_catching)
            {
                // A copy out of reach of in-place operations and of dispose scopes within the module.
                _caught[layer]?.Dispose();
                _caught[layer] = output.detach().clone().DetachFromDisposeScope();
            }

            return output;
        });
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
