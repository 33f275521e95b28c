using Geometry.Cli;

Terminal terminal = Terminal.OfProcess();
using var interruption = new Interruption(code => GeometryCommand.Leave(args, terminal, code));
return GeometryCommand.Run(args, terminal, interruption.Token, () => interruption.ExitCode);
