using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    private void Step(ParamGroup group)
    {
        Options options = group.Options;
        foreach (Parameter parameter in group.Parameters)
        {
            using Tensor? gradient = Gradient(parameter, options.maximize!.Value, weightDecay: 0);
            if (gradient is null) continue;

            if (options.weight_decay != 0) Aten.mul__Scalar.InPlace(parameter, 1 - (group.LearningRate * options.weight_decay!.Value));
            var state = (State)_state[parameter.Handle];
            AdamMoments.Step(parameter, gradient, ++state.step, group.LearningRate, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
                state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq);
        }
    }
}
