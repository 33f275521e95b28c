namespace TorchSharp;

/// <summary>Autograd's anomaly detection, switched until disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool enabledBefore, checkedBefore;
    private bool restored;

    public unsafe AnomalyMode(bool enabled, bool check_nan = true)
    {
        int check;
        enabledBefore = Shim.Anomaly(&check) != 0;
        checkedBefore = check != 0;
        (IsEnabled, ShouldCheckNaN) = (enabled, check_nan);
        Shim.SetAnomaly(enabled ? 1 : 0, check_nan ? 1 : 0);
    }

    public bool IsEnabled { get; }

    public bool ShouldCheckNaN { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (restored) return;
        restored = true;
        Shim.SetAnomaly(enabledBefore ? 1 : 0, checkedBefore ? 1 : 0);
    }
}
