namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // In place, the operator's result is a second name of the input, so that disposing one leaves the other.
            private static Tensor Activate(Operator operation, Operator inPlace, Tensor x, bool inplace) =>
                inplace ? inPlace.InPlace(x).alias() : operation.Call(x);

            public static Tensor relu(Tensor x, bool inplace = false) => Activate(Aten.relu, Aten.relu_, x, inplace);

            public static Tensor relu6(Tensor x, bool inplace = false) => Activate(Aten.relu6, Aten.relu6_, x, inplace);

            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);

            public static Tensor tanh(Tensor x, bool inplace = false) => Activate(Aten.tanh, Aten.tanh_, x, inplace);

            public static Tensor silu(Tensor x, bool inplace = false) => Activate(Aten.silu, Aten.silu_, x, inplace);

            public static Tensor SiLU(Tensor x, bool inplace = false) => Activate(Aten.silu, Aten.silu_, x, inplace);

            public static Tensor selu(Tensor x, bool inplace = false) => Activate(Aten.selu, Aten.selu_, x, inplace);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Activate(Aten.hardsigmoid, Aten.hardsigmoid_, input, inplace);

            public static Tensor hardswish(Tensor input, bool inplace = false) => Activate(Aten.hardswish, Aten.hardswish_, input, inplace);

            public static Tensor Mish(Tensor x) => NetworkOperators.mish.Call(x);

            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);

            public static Tensor glu(Tensor input, long dim = -1) => NetworkOperators.glu.Call(input, dim);

            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Aten.leaky_relu_.InPlace(input, negative_slope).alias() : Aten.leaky_relu.Call(input, negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.elu_.InPlace(x, alpha).alias() : Aten.elu.Call(x, alpha);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.celu_.InPlace(x, alpha).alias() : Aten.celu.Call(x, alpha);

            public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);

            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? Aten.hardtanh_.InPlace(x, min_val, max_val).alias() : Aten.hardtanh.Call(x, min_val, max_val);

            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? NetworkOperators.threshold_.InPlace(x, threshold, value).alias() : NetworkOperators.threshold.Call(x, threshold, value);

            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) => NetworkOperators.softplus.Call(x, beta, threshold);

            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => NetworkOperators.softshrink.Call(x, lambda);

            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => NetworkOperators.hardshrink.Call(x, lambda);

            public static Tensor Softsign(Tensor x)
            {
                using Tensor magnitude = x.abs();
                using Tensor denominator = magnitude.add(1);
                return x / denominator;
            }

            public static Tensor Tanhshrink(Tensor x)
            {
                using Tensor squashed = x.tanh();
                return x.sub(squashed);
            }

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            public static Tensor softmin(Tensor x, long dim)
            {
                using Tensor negated = x.neg();
                return softmax(negated, dim);
            }

            public static Tensor softmax2d(Tensor x)
            {
                if (x.dim() is not (3 or 4))
                    throw new ArgumentException($"softmax2d wants (C, H, W) or (N, C, H, W), but got {x.dim()} dimensions.", nameof(x));
                return softmax(x, -3);
            }
        }
    }
}
