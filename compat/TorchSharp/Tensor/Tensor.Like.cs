namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.empty_like, [this], dtype, device, requires_grad);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.zeros_like, [this], dtype, device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.ones_like, [this], dtype, device, requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.rand_like, [this], dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.randn_like, [this], dtype, device, requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.full_like, [this, value], dtype, device, requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Aten.randint_like_low_dtype, [this, low, high], dtype, device, requires_grad);

        private Tensor Like(Operator factory, ReadOnlySpan<Arg> own, ScalarType? dtype, Device? device, bool requiresGrad) =>
            Made(factory, own, dtype ?? this.dtype, device ?? this.device, requiresGrad);

        public Tensor empty(params long[] sizes) => torch.empty(sizes, dtype, device);
        public Tensor zeros(params long[] sizes) => torch.zeros(sizes, dtype, device);
        public Tensor ones(params long[] sizes) => torch.ones(sizes, dtype, device);
        public Tensor full(long[] sizes, Scalar value) => torch.full(sizes, value, dtype, device);
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => torch.full(sizes, value, dtype, device);
        public Tensor eye(long rows, long columns) => torch.eye(rows, columns, dtype, device);

        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Aten.arange_start_out.InPlaceLast(start, stop, step, this);
        public Tensor rand_out(params long[] sizes) => Aten.rand_out.InPlaceLast(sizes, this);
        public Tensor randn_out(params long[] sizes) => Aten.randn_out.InPlaceLast(sizes, this);
        public Tensor randint_out(long high, long[] sizes) => Aten.randint_out.InPlaceLast(high, sizes, this);
        public Tensor randperm_out(long n) => Aten.randperm_out.InPlaceLast(n, this);
    }
}
