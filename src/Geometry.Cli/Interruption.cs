using System.Runtime.InteropServices;

namespace Geometry.Cli;

/// <summary>
/// Turns Ctrl-C (SIGINT) and SIGTERM into a request to stop. The first one asks for an orderly end; the second one, or too long a wait, ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Longer than Stoppable waits: only what does not run under it comes to this.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly Action<int> _leaving;
    private readonly PosixSignalRegistration[] _signals;
    private int _exitCode;

    /// <summary>Listens to both signals.</summary>
    /// <param name="leaving">Is called with the exit code before the process is ended without waiting for what is under way.</param>
    public Interruption(Action<int> leaving)
    {
        _leaving = leaving;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitCodes.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitCodes.Terminated)),
        ];
    }

    /// <summary>Gets the request.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Gets the exit code of a stopped program: that of the first signal.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode) is var code && code == 0 ? ExitCodes.Interrupted : code;

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal, int code)
    {
        signal.Cancel = true;
        if (Interlocked.CompareExchange(ref _exitCode, code, 0) != 0)
        {
            Leave();
            return;
        }

        _ = Task.Delay(s_patience).ContinueWith(_ => Leave(), TaskScheduler.Default);
        _stop.Cancel();
    }

    private void Leave()
    {
        _leaving(ExitCode);
        Environment.Exit(ExitCode);
    }
}
