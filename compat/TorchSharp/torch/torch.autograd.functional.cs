namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static class functional
        {
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                Matrix(x => [function(x[0])], [inputs])[0][0];

            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                Matrix(x => function(x[0]), [inputs]).Select(row => row[0]);

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, Tensor[] inputs) =>
                Matrix(x => [function(x)], inputs)[0];

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, Tensor[] inputs) =>
                Matrix(function, inputs).SelectMany(row => row);

            /// <summary>For each output and each input, the derivatives: the shape of the output followed by that of the input.</summary>
            private static Tensor[][] Matrix(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable recording = enable_grad();
                Tensor[] leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                Tensor[] outputs = function(leaves);
                return Array.ConvertAll(outputs, output =>
                {
                    Tensor[] elements = output.reshape(-1).unbind();
                    Tensor[][] rows = Array.ConvertAll(elements, element => Gradients([element], leaves, null, true, false, true));
                    return leaves.Select((leaf, i) =>
                        stack(rows.Select(row => row[i] ?? leaf.zeros_like())).reshape([.. output.shape, .. leaf.shape]).MoveToOuterDisposeScope()).ToArray();
                });
            }
        }
    }
}
