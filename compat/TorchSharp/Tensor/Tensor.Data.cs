using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            if (ScalarTypeOf(typeof(T)) is not { } type || (type != dtype && !(type == ScalarType.Float16 && dtype == ScalarType.BFloat16)))
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            return new(this);
        }

        public Scalar ToScalar() => Aten.item.Number(this);

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            if (ScalarTypeOf(typeof(T)) != dtype) throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            using Utils.TensorAccessor<T> elements = data<T>();
            return elements[0];
        }

        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new NotSupportedException("Bytes are available of contiguous tensors only; call contiguous() first.");
                if (device_type != DeviceType.CPU) throw new NotSupportedException("Bytes are available of tensors on the CPU only.");
                return new(Shim.Data(Handle), checked((int)(numel() * ElementSize)));
            }
            set
            {
                Span<byte> target = bytes;
                if (target.Length != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(target);
                GC.KeepAlive(this);
            }
        }

        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            using Utils.TensorAccessor<T> elements = data<T>();
            return elements[i];
        }

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            stream.Write(bytes);
            GC.KeepAlive(this);
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            stream.ReadExactly(bytes);
            GC.KeepAlive(this);
        }

        public object tolist()
        {
            using DisposeScope scope = NewDisposeScope();
            return Dimensions == 0 ? ToScalar() : new System.Collections.ArrayList(Array.ConvertAll(unbind(), part => part.tolist()));
        }

        internal static ScalarType? ScalarTypeOf(Type type) => type switch
        {
            _ when type == typeof(byte) => ScalarType.Byte,
            _ when type == typeof(sbyte) => ScalarType.Int8,
            _ when type == typeof(short) => ScalarType.Int16,
            _ when type == typeof(int) => ScalarType.Int32,
            _ when type == typeof(long) => ScalarType.Int64,
            _ when type == typeof(Half) => ScalarType.Float16,
            _ when type == typeof(float) => ScalarType.Float32,
            _ when type == typeof(double) => ScalarType.Float64,
            _ when type == typeof(bool) => ScalarType.Bool,
            _ when type == typeof((float, float)) => ScalarType.ComplexFloat32,
            _ when type == typeof(Complex) => ScalarType.ComplexFloat64,
            _ => null,
        };
    }
}
