namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) =>
                Convert(tensor => IsFloating(tensor.dtype)
                    ? tensor.to(dtype, device, non_blocking: non_blocking)
                    : tensor.to(device, non_blocking: non_blocking));

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Convert(tensor => tensor.to(deviceType, deviceIndex, non_blocking: non_blocking));

            protected void _toEpilog(ScalarType dtype, bool non_blocking) =>
                Convert(tensor => IsFloating(tensor.dtype) ? tensor.to(dtype, non_blocking: non_blocking) : tensor.alias());

            // The tensors stay the same objects, so that fields, optimisers and the user keep seeing the module's own.
            private void Convert(Func<Tensor, Tensor> convert)
            {
                using var off = no_grad();
                foreach (Tensor tensor in parameters().Concat(buffers()))
                {
                    using var scope = NewDisposeScope();
                    Tensor? gradient = tensor.requires_grad ? tensor.grad : null;
                    Tensor converted = convert(tensor);
                    Shim.Check(Shim.SetData(tensor.Handle, converted.Handle));
                    if (gradient is not null) tensor.grad = convert(gradient);
                }
            }

            private static bool IsFloating(ScalarType dtype) => dtype is ScalarType.Float16 or ScalarType.BFloat16
                or ScalarType.Float32 or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

            private static void CheckFloating(ScalarType dtype)
            {
                if (!IsFloating(dtype))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}.");
            }

            /// <summary>The device and type of new parameters when the caller names none.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());
        }
    }
}
