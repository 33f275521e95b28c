using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    public sealed partial class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            var own = (Options)options;
            step = 0;
            square_avg = ZerosLikeParameter();
            momentum_buffer = own.momentum > 0 ? ZerosLikeParameter() : null;
            grad_avg = own.centered == true ? ZerosLikeParameter() : null;
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }
}
