namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => Shim.GradEnabled() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Shim.InferenceEnabled() != 0;

    /// <summary>Whether the thread records operations for autograd, switched until disposed.</summary>
    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();
        private bool restored;

        internal GradMode(bool enabled) => Shim.SetGradEnabled(enabled ? 1 : 0);

        public void Dispose()
        {
            if (!restored) Shim.SetGradEnabled(before ? 1 : 0);
            restored = true;
        }
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Shim.InferenceEnter(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) Shim.InferenceLeave(guard);
            guard = 0;
        }
    }
}
