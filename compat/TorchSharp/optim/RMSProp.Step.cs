using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    private void Step(ParamGroup group)
    {
        Options options = group.Options;
        double alpha = options.alpha!.Value;
        foreach (Parameter parameter in group.Parameters)
        {
            using Tensor? gradient = Gradient(parameter, options.maximize!.Value, options.weight_decay!.Value);
            if (gradient is null) continue;

            var state = (State)_state[parameter.Handle];
            state.step++;
            Aten.mul__Scalar.InPlace(state.square_avg, alpha);
            Aten.addcmul_.InPlace(state.square_avg, gradient, gradient, 1 - alpha);
            using Tensor scale = Scale(state, gradient, alpha);
            Aten.add__Scalar.InPlace(scale, options.eps!.Value);

            if (state.momentum_buffer is { } buffer)
            {
                Aten.mul__Scalar.InPlace(buffer, options.momentum!.Value);
                Aten.addcdiv_.InPlace(buffer, gradient, scale);
                Move(parameter, buffer, -group.LearningRate);
            }
            else
            {
                Aten.addcdiv_.InPlace(parameter, gradient, scale, -group.LearningRate);
            }
        }
    }

    private static Tensor Scale(State state, Tensor gradient, double alpha)
    {
        if (state.grad_avg is null) return Aten.sqrt.Call(state.square_avg);
        Aten.mul__Scalar.InPlace(state.grad_avg, alpha);
        Move(state.grad_avg, gradient, 1 - alpha);
        return Aten.sqrt_.InPlace(Aten.addcmul.Call(state.square_avg, state.grad_avg, state.grad_avg, -1.0));
    }
}
