namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        internal unsafe Meta Meta
        {
            get
            {
                Meta meta;
                Shim.Check(Shim.Meta(Handle, &meta));
                GC.KeepAlive(this);
                return meta;
            }
        }

        public unsafe long[] shape
        {
            get
            {
                Meta meta = Meta;
                long[] sizes = new ReadOnlySpan<long>(meta.Sizes, meta.Rank).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public ScalarType dtype => (ScalarType)Meta.Dtype;

        public Device device
        {
            get
            {
                Meta meta = Meta;
                return meta.Device == 0 ? CPU : new Device((DeviceType)meta.Device, meta.DeviceIndex);
            }
        }

        public DeviceType device_type => (DeviceType)Meta.Device;

        public int device_index => Meta.DeviceIndex;

        public long ndim => Meta.Rank;

        public long Dimensions => Meta.Rank;

        public long NumberOfElements => Meta.Count;

        public long ElementSize => dtype.ElementSize();

        public bool is_leaf => Meta.IsLeaf != 0;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Meta.Layout != 0;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public long dim() => Meta.Rank;

        public long numel() => Meta.Count;

        public long element_size() => dtype.ElementSize();

        public long[] size() => shape;

        public long size(int dim) => shape[Wrap(dim)];

        public unsafe long[] stride()
        {
            Meta meta = Meta;
            long[] strides = new ReadOnlySpan<long>(meta.Strides, meta.Strides == null ? 0 : meta.Rank).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[Wrap(dim)];

        public long storage_offset() => Meta.Offset;

        public bool is_contiguous()
        {
            Meta meta = Meta;
            if (meta.Count == 0) return true;
            (long[] sizes, long[] strides) = (shape, stride());
            long expected = 1;
            for (int i = sizes.Length - 1; i >= 0; i--)
            {
                if (sizes[i] == 1) continue;
                if (strides[i] != expected) return false;
                expected *= sizes[i];
            }
            return true;
        }

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        private int Wrap(int dim)
        {
            int rank = Meta.Rank;
            return dim >= -rank && dim < rank ? (dim + rank) % rank
                : throw new IndexOutOfRangeException($"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})");
        }
    }
}
