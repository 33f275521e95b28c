namespace TorchSharp.Modules;

public partial class SGD
{
    public partial class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;
    }
}
