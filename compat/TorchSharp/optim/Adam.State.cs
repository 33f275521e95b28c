using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    public sealed partial class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = ZerosLikeParameter();
            exp_avg_sq = ZerosLikeParameter();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? ZerosLikeParameter() : null;
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
