using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// Another nonlinearity in place of the activation submodules of a network that the user built, as long as it is not disposed: the network may be
/// trained, run and compared with it, by the user's own code. Parameters stay as they are.
/// </summary>
/// <remarks>
/// Submodules are replaced by hooks, so the network must run them by <c>call()</c> (as <c>Sequential</c> does), not by <c>forward()</c>; functions that a
/// network applies without a submodule, such as <c>x.relu()</c>, cannot be replaced. Swaps of one network are to be undone in the reverse order.
/// </remarks>
public sealed class NonlinearitySwap : IDisposable
{
    private readonly List<(nn.Module<Tensor, Tensor> Module, Action Undo)> _hooks = [];
    private readonly HashSet<nn.Module> _run = [];
    private readonly (string Name, nn.Module Module)[] _replaced;

    private NonlinearitySwap((string Name, nn.Module<Tensor, Tensor> Module)[] found, Nonlinearity nonlinearity)
    {
        _replaced = [.. found.Select(entry => (entry.Name, (nn.Module)entry.Module))];
        Replaced = [.. found.Select(entry => new ReplacedNonlinearity(entry.Name, entry.Module.GetType().Name))];
        foreach (nn.Module<Tensor, Tensor> module in found.Select(entry => entry.Module).Distinct())
        {
            _hooks.Add((module, Hook(module, nonlinearity)));
        }
    }

    /// <summary>Gets the submodules that were replaced.</summary>
    public IReadOnlyList<ReplacedNonlinearity> Replaced { get; }

    /// <summary>Gets the names of the replaced submodules that have not run by <c>call()</c> since.</summary>
    public IReadOnlyList<string> NotRun
    {
        get
        {
            lock (_run)
            {
                return [.. _replaced.Where(entry => !_run.Contains(entry.Module)).Select(entry => entry.Name)];
            }
        }
    }

    /// <summary>Replaces the nonlinearity.</summary>
    /// <param name="network">The network.</param>
    /// <param name="nonlinearity">The function to apply instead.</param>
    /// <param name="submodules">The names of the activation submodules to replace; without any, all: ReLU, Tanh, GELU and the other elementwise ones.</param>
    /// <returns>The swap; disposing of it gives the network its own nonlinearities back.</returns>
    /// <exception cref="ArgumentException">The network has no activation submodule, or a named one is absent or no activation.</exception>
    public static NonlinearitySwap Apply(nn.Module network, Nonlinearity nonlinearity, params IReadOnlyList<string> submodules)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(nonlinearity);
        return new NonlinearitySwap(Find(network, submodules), nonlinearity);
    }

    /// <summary>Says which submodules a swap would replace.</summary>
    /// <param name="network">The network.</param>
    /// <param name="submodules">The names of the activation submodules to replace; without any, all.</param>
    /// <returns>The submodules.</returns>
    /// <exception cref="ArgumentException">The network has no activation submodule, or a named one is absent or no activation.</exception>
    public static IReadOnlyList<ReplacedNonlinearity> Plan(nn.Module network, params IReadOnlyList<string> submodules)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Find(network, submodules).Select(entry => new ReplacedNonlinearity(entry.Name, entry.Module.GetType().Name))];
    }

    /// <summary>Gives the network its own nonlinearities back.</summary>
    public void Dispose()
    {
        for (int i = _hooks.Count - 1; i >= 0; i--)
        {
            _hooks[i].Undo();
        }

        _hooks.Clear();
    }

    private static (string Name, nn.Module<Tensor, Tensor> Module)[] Find(nn.Module network, IReadOnlyList<string> submodules)
    {
        ArgumentNullException.ThrowIfNull(submodules);
        (string Name, nn.Module Module)[] all = [.. network.named_modules().Select(entry => (entry.name, entry.module))];
        (string Name, nn.Module<Tensor, Tensor> Module)[] activations =
            [.. all.Where(entry => IsActivation(entry.Module)).Select(entry => (entry.Name, (nn.Module<Tensor, Tensor>)entry.Module))];
        if (activations.Length == 0)
        {
            throw new ArgumentException(
                "The network has no activation submodule, such as nn.ReLU() or nn.Tanh(), whose nonlinearity could be replaced. A function that its forward applies "
                + $"itself, such as x.relu(), is out of reach: make a submodule of it. The submodules are: {List(all.Select(entry => entry.Name))}.",
                nameof(network));
        }

        foreach (string name in submodules.Where(name => !activations.Any(entry => entry.Name == name)))
        {
            string what = all.Any(entry => entry.Name == name) ? "is no activation" : "does not exist";
            throw new ArgumentException(
                $"The submodule '{name}', whose nonlinearity is to be replaced, {what}. The activations are: {List(activations.Select(entry => entry.Name))}.",
                nameof(submodules));
        }

        return submodules.Count == 0 ? activations : [.. activations.Where(entry => submodules.Contains(entry.Name))];
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("(none)"));

    private static bool IsActivation(nn.Module module) => module is nn.Module<Tensor, Tensor>
        and (ReLU or ReLU6 or LeakyReLU or ELU or SELU or CELU or GELU or SiLU or Mish or Hardswish or Tanh or Sigmoid or LogSigmoid or Hardtanh
            or Hardsigmoid or Softplus or Softsign or Tanhshrink or Softshrink or Hardshrink or Threshold);

    private Action Hook(nn.Module<Tensor, Tensor> module, Nonlinearity nonlinearity)
    {
        // Of each thread that runs the network, what the submodule was given.
        ThreadLocal<Tensor?> given = new();
        var before = module.register_forward_pre_hook((_, input) =>
        {
            // The submodule itself gets no rows, so that it costs nothing and overwrites nothing in place.
            given.Value = input;
            return input.detach().narrow(0, 0, 0);
        });
        var after = module.register_forward_hook((_, _, nothing) =>
        {
            Tensor input = given.Value!;
            given.Value = null;
            lock (_run)
            {
                _run.Add(module);
            }

            nothing.Dispose();
            Tensor result = nonlinearity.Apply(input);
            return ReferenceEquals(result, input) ? input.alias() : result;
        });
        return () =>
        {
            after.remove();
            before.remove();
            given.Dispose();
        };
    }
}
