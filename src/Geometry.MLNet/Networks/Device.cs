using Microsoft.ML;
using TorchSharp;

namespace Geometry.MLNet;

/// <summary>Whether networks can run where the context says.</summary>
internal static class Device
{
    /// <summary>Checks the context's choice. Networks of this library run on the processor.</summary>
    /// <exception cref="InvalidOperationException">A GPU is asked for and falling back to the processor is not allowed.</exception>
    public static void RequireAvailable(MLContext context)
    {
        if (context.GpuDeviceId is { } gpu && !context.FallbackToCpu)
        {
            string reason = torch.cuda.is_available() ? "networks of this library run on the processor" : "libtorch finds no CUDA device";
            throw new InvalidOperationException(
                $"MLContext.GpuDeviceId is {gpu}, but {reason}. Set MLContext.FallbackToCpu to true, or GpuDeviceId to null.");
        }
    }
}
