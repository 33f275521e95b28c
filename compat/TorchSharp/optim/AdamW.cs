using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW : OptimizerHelper, optim.IBetas
{
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0.0) throw new ArgumentException($"Invalid epsilon value: {eps}");
        if (beta1 < 0.0 || beta1 >= 1.0) throw new ArgumentException($"Invalid beta1 value: {beta1}");
        if (beta2 < 0.0 || beta2 >= 1.0) throw new ArgumentException($"Invalid beta2 value: {beta2}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize };
        foreach (ParamGroup group in parameters) add_param_group(group);
    }

    /// <summary>The decay rates of the first group; set for all.</summary>
    public (double, double) Betas
    {
        get => Groups.First().Betas;
        set
        {
            foreach (ParamGroup group in Groups) group.Betas = value;
        }
    }

    private IEnumerable<ParamGroup> Groups => _parameter_groups.Cast<ParamGroup>();

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var options = ((ParamGroup)param_group).Options;
        var defaults = (Options)_defaults;
        options.beta1 ??= defaults.beta1;
        options.beta2 ??= defaults.beta2;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.amsgrad ??= defaults.amsgrad;
        options.maximize ??= defaults.maximize;
        base.add_param_group(param_group);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) DisposeStates();
    }

    private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);
}
