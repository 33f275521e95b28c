using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their joint norm is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The joint norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                List<Tensor> gradients = Gradients(tensors);
                if (gradients.Count == 0) return 0;

                Tensor[] norms = [.. gradients.Select(g => Norm(g, norm_type).to(ScalarType.Float64))];
                double total = Norm(stack(norms), norm_type).item<double>();
                double factor = max_norm / (total + 1e-6);
                if (factor < 1)
                {
                    foreach (Tensor gradient in gradients) gradient.mul_(factor);
                }
                return total;
            }

            /// <summary>Clamps every gradient to the interval from -<paramref name="clip_value"/> to it.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                foreach (Tensor gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All elements of all parameters, one after the other.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(p => p.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector's elements into the parameters, in their order.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                Parameter[] parameters = [.. tensors];
                long expected = parameters.Sum(p => p.numel());
                if (vec.numel() != expected)
                    throw new ArgumentException($"The vector has {vec.numel()} elements, but the parameters have {expected}.", nameof(vec));

                using var off = no_grad();
                using var scope = NewDisposeScope();
                long start = 0;
                foreach (Parameter parameter in parameters)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).view_as(parameter));
                    start += parameter.numel();
                }
            }

            private static List<Tensor> Gradients(IEnumerable<Parameter> parameters) =>
                [.. parameters.Select(p => p.grad).OfType<Tensor>()];

            private static Tensor Norm(Tensor tensor, double type) => NetworkOperators.linalg_vector_norm.Call(tensor, type);
        }
    }
}
