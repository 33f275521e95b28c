using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    private void Step(ParamGroup group)
    {
        Options options = group.Options;
        double momentum = options.momentum!.Value;
        foreach (Parameter parameter in group.Parameters)
        {
            using Tensor? gradient = Gradient(parameter, options.maximize!.Value, options.weight_decay!.Value);
            if (gradient is null) continue;
            if (momentum == 0)
            {
                Move(parameter, gradient, -group.LearningRate);
                continue;
            }

            var state = (State)_state[parameter.Handle];
            if (state.momentum_buffer is null) state.momentum_buffer = gradient.clone().DetachFromDisposeScope();
            else Move(Aten.mul__Scalar.InPlace(state.momentum_buffer, momentum), gradient, 1 - options.dampening!.Value);

            if (!options.nesterov!.Value)
            {
                Move(parameter, state.momentum_buffer, -group.LearningRate);
                continue;
            }
            using Tensor ahead = Aten.add_Tensor.Call(gradient, state.momentum_buffer, momentum);
            Move(parameter, ahead, -group.LearningRate);
        }
    }
}
