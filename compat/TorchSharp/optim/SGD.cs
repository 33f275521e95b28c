using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD : OptimizerHelper, optim.IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (momentum < 0.0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize };
        foreach (ParamGroup group in parameters) add_param_group(group);
    }

    /// <summary>The momentum of the first group; set for all.</summary>
    public double Momentum
    {
        get => Groups.First().Momentum;
        set
        {
            foreach (ParamGroup group in Groups) group.Momentum = value;
        }
    }

    private IEnumerable<ParamGroup> Groups => _parameter_groups.Cast<ParamGroup>();

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = ((ParamGroup)param_group).Options;
        var defaults = (Options)_defaults;
        options.momentum ??= defaults.momentum;
        options.dampening ??= defaults.dampening;
        options.weight_decay ??= defaults.weight_decay;
        options.nesterov ??= defaults.nesterov;
        options.maximize ??= defaults.maximize;
        base.add_param_group(param_group);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) DisposeStates();
    }

    private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);
}
