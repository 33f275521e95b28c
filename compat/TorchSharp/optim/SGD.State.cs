using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public sealed partial class State : OptimizerState, IDisposable
    {
        public Tensor? momentum_buffer;

        public State(Parameter parameter) : base(parameter)
        {
        }

        // The buffer starts as the first gradient, not as zero.
        public override void Initialize(OptimizerOptions options) => Dispose();

        public void Dispose()
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }
    }
}
