using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(At(indices), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => Put(At([i1]), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Put(At([i1, i2]), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Put(At([i1, i2, i3]), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Put(At([i1, i2, i3, i4]), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put(At([i1, i2, i3, i4, i5]), value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put(At([i1, i2, i3, i4, i5, i6]), value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            (Tensor view, Tensor?[] tensors, DisposeScope scope) = Basic(indices);
            using (scope) return (tensors.Length == 0 ? view : Aten.index_Tensor.Call(view, tensors)).MoveToOuterDisposeScope();
        }

        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            (Tensor view, Tensor?[] tensors, DisposeScope scope) = Basic(indices);
            using (scope)
            {
                if (tensors.Length == 0) Put(view, value);
                else Aten.index_put_.InPlace(view, tensors, value.to(dtype));
            }
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Aten.index_put_.InPlace(this, indices, value);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor filled = Aten.scalar_tensor.Call(value, dtype);
            return index_put_(filled, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor filled = Aten.scalar_tensor.Call(value, dtype);
            return index_put_(filled, indices);
        }

        private Tensor At(ReadOnlySpan<long> indices)
        {
            Tensor view = Aten.select_int.Call(this, 0L, indices[0]);
            foreach (long index in indices[1..])
            {
                Tensor outer = view;
                view = Aten.select_int.Call(outer, 0L, index);
                outer.Dispose();
            }
            return view;
        }

        private static void Put(Tensor target, Tensor value)
        {
            target.copy_(value);
            target.Dispose();
        }

        /// <summary>
        /// Applies what makes a view (positions, ranges, new axes) and leaves the tensors to index with, by dimension of that view.
        /// Everything lives in a scope of its own, which the caller closes.
        /// </summary>
        private (Tensor View, Tensor?[] Tensors, DisposeScope Scope) Basic(TensorIndex[] indices)
        {
            DisposeScope scope = NewDisposeScope();
            try
            {
                long consumed = indices.Sum(i => i.form switch
                {
                    TensorIndex.Form.Slice or TensorIndex.Form.Single => 1L,
                    TensorIndex.Form.Tensor => i.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? Math.Max(i.tensor.ndim, 1) : 1L,
                    _ => 0L,
                });
                Tensor view = Aten.alias.Call(this);
                var tensors = new List<Tensor?>();
                int dim = 0;
                foreach (TensorIndex index in indices)
                {
                    switch (index.form)
                    {
                        case TensorIndex.Form.Single:
                            view = view.select(dim, index.first ?? throw new ArgumentException("A single index needs a value."));
                            break;
                        case TensorIndex.Form.Slice:
                            view = Aten.slice_Tensor.Call(view, (long)dim++, index.first, index.last, index.step ?? 1L);
                            break;
                        case TensorIndex.Form.Ellipsis:
                            dim += (int)Math.Max(0, ndim - consumed);
                            break;
                        case TensorIndex.Form.Null:
                            view = view.unsqueeze(dim++);
                            break;
                        case TensorIndex.Form.Bool:
                            view = view.unsqueeze(dim);
                            Place(tensors, dim++, torch.tensor(new[] { index.first != 0 }));
                            break;
                        case TensorIndex.Form.Tensor:
                            Place(tensors, dim, index.tensor!);
                            dim += index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)Math.Max(index.tensor.ndim, 1) : 1;
                            break;
                    }
                }
                return (view, [.. tensors], scope);
            }
            catch
            {
                scope.Dispose();
                throw;
            }
        }

        // A mask of several dimensions stands for all of them, so the list is by mask, not by dimension, from there on.
        private static void Place(List<Tensor?> tensors, int dim, Tensor index)
        {
            int covered = tensors.Sum(t => t is not null && t.dtype is ScalarType.Bool or ScalarType.Byte ? (int)Math.Max(t!.ndim, 1) : 1);
            for (; covered < dim; covered++) tensors.Add(null);
            tensors.Add(index);
        }
    }
}
