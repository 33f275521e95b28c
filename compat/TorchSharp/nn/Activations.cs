using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        public static SELU SELU(bool inplace = false) => new(inplace);

        public static GELU GELU() => new();

        public static GLU GLU(long dim = -1) => new(dim);

        public static SiLU SiLU() => new();

        public static Mish Mish() => new();

        public static Sigmoid Sigmoid() => new();

        public static Tanh Tanh() => new();

        public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        public static Softsign Softsign() => new();

        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        public static Tanhshrink Tanhshrink() => new();

        public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        public static LogSigmoid LogSigmoid() => new();

        public static Softmax Softmax(long dim) => new(dim);

        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        public static Softmin Softmin(long dim) => new(dim);

        public static Softmax2d Softmax2d() => new();
    }
}
