using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors in place, outside autograd, and returns them.</summary>
        public static partial class init
        {
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => Aten.uniform_.InPlace(t, low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => Aten.normal_.InPlace(t, mean, std, generator));

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Ones on the diagonal, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.dim() != 2) throw new ArgumentException($"Only tensors with 2 dimensions are supported, but got {tensor.dim()}.");
                return Fill(tensor, t => t.copy_(eye(t.size(0), t.size(1), dtype: t.dtype, device: t.device)));
            }

            /// <summary>A normal law cut off outside [a, b].</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                if (a >= b) throw new ArgumentException($"The interval [{a}, {b}] is empty.");
                // The uniform law between the distribution function's values at the two ends, through its inverse.
                double low = HalfErf((a - mean) / std), high = HalfErf((b - mean) / std);
                return Fill(tensor, t =>
                {
                    uniform_(t, 2 * low, 2 * high, generator);
                    t.copy_(t.erfinv().mul(std * Math.Sqrt(2)).add(mean).clamp(a, b));
                });
            }

            private static double HalfErf(double x)
            {
                using Tensor value = torch.tensor(x / Math.Sqrt(2), dtype: ScalarType.Float64);
                using Tensor erf = value.erf();
                return erf.item<double>() / 2;
            }

            /// <summary>A random (semi-)orthogonal matrix, of all dimensions but the first taken together.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.dim() < 2) throw new ArgumentException("Only tensors with 2 or more dimensions are supported.");
                return Fill(tensor, t =>
                {
                    long rows = t.size(0), columns = t.numel() / t.size(0);
                    Tensor normal = randn([rows, columns], dtype: t.dtype, device: t.device);
                    if (rows < columns) normal = normal.t();
                    var (q, r) = Aten.linalg_qr.Call2(normal);
                    // The signs of R's diagonal make the law uniform (Haar).
                    q = q.mul(NetworkOperators.diagonal.Call(r).sign());
                    if (rows < columns) q = q.t();
                    t.copy_(q.mul(gain).view_as(t));
                });
            }

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                double bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>What an activation shrinks the standard deviation by, to be made good by the weights.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for a tensor with fewer than 2 dimensions.");
                long receptive = 1;
                foreach (long extent in shape.AsSpan(2)) receptive *= extent;
                return (shape[1] * receptive, shape[0] * receptive);
            }

            /// <summary>The default start of linear and convolution layers: uniform within 1/sqrt(fan in), weight and bias.</summary>
            internal static void ResetLikeLinear(Parameter weight, Parameter? bias)
            {
                kaiming_uniform_(weight, Math.Sqrt(5));
                if (bias is null) return;
                long fanIn = CalculateFanInAndFanOut(weight).fanIn;
                double bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                uniform_(bias, -bound, bound);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static Tensor Fill(Tensor tensor, Action<Tensor> fill)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                fill(tensor);
                return tensor;
            }
        }
    }
}
