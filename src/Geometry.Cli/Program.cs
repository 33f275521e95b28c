using System.Runtime.InteropServices;
using Geometry.Cli;

// The first Ctrl-C stops the run at the next chance; where that takes long, nothing half-written is lost by leaving at once.
using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    stop.Cancel();
    _ = Task.Delay(TimeSpan.FromSeconds(3)).ContinueWith(_ => Environment.Exit(ExitCodes.Interrupted), TaskScheduler.Default);
});
return GeometryCommand.Run(args, new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected), stop.Token);
