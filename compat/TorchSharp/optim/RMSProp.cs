using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0.0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0.0, double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0.0) throw new ArgumentException($"Invalid epsilon value: {eps}");
        if (momentum < 0.0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (alpha < 0.0) throw new ArgumentException($"Invalid alpha value: {alpha}");
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize };
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
        options.alpha ??= defaults.alpha;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.momentum ??= defaults.momentum;
        options.centered ??= defaults.centered;
        options.maximize ??= defaults.maximize;
        base.add_param_group(param_group);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) DisposeStates();
    }

    private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);
}
