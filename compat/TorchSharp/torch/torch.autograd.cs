namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false) => Gradients(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused);

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            nint[] all = Handles(tensors), gradients = Handles(grad_tensors), leaves = Handles(inputs);
            unsafe
            {
                fixed (nint* t = all, g = gradients, l = leaves)
                    Shim.Check(Shim.Backward(t, all.Length, g, gradients.Length, Flag(retain_graph), create_graph ? 1 : 0, l, leaves.Length));
            }
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static unsafe Tensor[] Gradients(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? gradOutputs, bool? retainGraph, bool createGraph, bool allowUnused)
        {
            nint[] from = Handles(outputs), to = Handles(inputs), gradients = Handles(gradOutputs), results = new nint[to.Length];
            fixed (nint* o = from, i = to, g = gradients, r = results)
                Shim.Check(Shim.AutogradGrad(o, from.Length, i, to.Length, g, gradients.Length, Flag(retainGraph), createGraph ? 1 : 0, allowUnused ? 1 : 0, r));
            GC.KeepAlive((outputs, inputs, gradOutputs));
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        private static nint[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(t => t?.Handle ?? 0)];

        private static int Flag(bool? value) => value is { } v ? (v ? 1 : 0) : -1;
    }
}
