namespace TorchSharp.Modules;

public partial class AdamW
{
    public partial class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public bool? amsgrad;
        public bool? maximize;
    }
}
