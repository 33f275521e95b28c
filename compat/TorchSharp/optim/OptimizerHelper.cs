using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimisers share: groups of parameters, a state for each parameter, the frame of a step.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    protected OptimizerOptions _defaults = new();
    protected OrderedDict<IntPtr, OptimizerState> _state = [];

    public OptimizerHelper()
    {
    }

    public override IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

    /// <summary>Sets the gradients to zero in place; a parameter without one keeps none.</summary>
    public override void zero_grad()
    {
        foreach (ParamGroup group in _parameter_groups)
        {
            foreach (Parameter parameter in group.Parameters) nn.Module.ClearGradient(parameter, setToNone: false);
        }
    }

    public override void add_param_group(ParamGroup param_group)
    {
        // Taken down once: the sequence may walk through a module at every enumeration.
        Parameter[] taken = [.. param_group.Parameters];
        Parameter? twice = taken.GroupBy(p => p.Handle).FirstOrDefault(g => g.Count() > 1 || _state.ContainsKey(g.Key))?.First();
        if (twice is not null) throw new ArgumentException("A parameter appears more than once in the optimiser's parameter groups.");

        param_group.Parameters = taken;
        param_group.Options.LearningRate ??= _defaults.LearningRate;
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        _parameter_groups.Add(param_group);
        foreach (Parameter parameter in taken)
        {
            OptimizerState state = CreateState(parameter);
            state.Initialize(param_group.Options);
            _state[parameter.Handle] = state;
        }
    }

    private protected void DisposeStates()
    {
        foreach (OptimizerState state in _state.values()) (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    private protected abstract OptimizerState CreateState(Parameter parameter);

    /// <summary>Runs the closure, if any, with autograd on, and then the body for each group with autograd off.</summary>
    /// <returns>What the closure gave.</returns>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var on = enable_grad();
            loss = loss_closure();
        }
        using var off = no_grad();
        foreach (ParamGroup group in _parameter_groups) body((T)group);
        return loss;
    }

    private protected static void Move(Tensor target, Tensor direction, double distance) =>
        Aten.add__Tensor.InPlace(target, direction, distance);

    /// <summary>The gradient, turned around to climb and with the pull of weight decay; null when there is none.</summary>
    private protected static Tensor? Gradient(Parameter parameter, bool maximize, double weightDecay)
    {
        Tensor? gradient = parameter.grad;
        if (gradient is null) return null;
        if (maximize)
        {
            using Tensor uphill = gradient;
            gradient = uphill.neg();
        }
        if (weightDecay == 0) return gradient;
        using Tensor plain = gradient;
        return Aten.add_Tensor.Call(plain, parameter, weightDecay);
    }
}
