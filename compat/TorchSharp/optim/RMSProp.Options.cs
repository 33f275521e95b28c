namespace TorchSharp.Modules;

public partial class RMSProp
{
    public partial class Options : OptimizerOptions
    {
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public double? momentum;
        public bool? centered;
        public bool? maximize;
    }
}
