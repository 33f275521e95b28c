namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool Equals(Tensor target) => Aten.equal.Test(this, target);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor where(Tensor condition, Tensor y) => Aten.where_self.Call(condition, this, y);

        public Tensor arctan(Tensor other) => Aten.arctan2.Call(this, other);

        public Tensor arctan_(Tensor other) => Aten.arctan2_.InPlace(this, other);

        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Aten.linalg_pinv.Call(this, rcond, hermitian);

        public Tensor cross(Scalar other, long dim)
        {
            using Tensor scalar = other;
            return Aten.cross.Call(this, scalar, dim);
        }

        public Tensor tensordot(Tensor b, long dims = 2)
        {
            long[] left = [.. Enumerable.Range(0, (int)dims).Select(i => ndim - dims + i)], right = [.. Enumerable.Range(0, (int)dims).Select(i => (long)i)];
            return tensordot(b, left, right);
        }

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

        public Tensor block_diag(params Tensor[] tensors) => torch.block_diag([this, .. tensors]);

        public Tensor random_(double from, double to, Generator? generator = null) => Aten.random__from.InPlace(this, (long)from, (long)to, generator);

        public IList<Tensor> nonzero_as_list() => Aten.nonzero_numpy.CallList(this);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using Tensor index = tensor(indices.ToArray());
            return take_along_dim(index);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using Tensor index = tensor(indices.ToArray());
            return take_along_dim(index, dim);
        }
    }
}
