using System.CommandLine;

namespace Geometry.Cli;

/// <summary><c>geometry completion SHELL</c>: prints what switches completion by the tabulator key on in a shell.</summary>
internal static class CompletionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new CommandWithExamples(
            "completion",
            "Prints a script that lets a shell complete commands, options and their values.",
            new("eval \"$(geometry completion bash)\"", "in ~/.bashrc; zsh in ~/.zshrc likewise"),
            new("geometry completion fish | source", "in ~/.config/fish/config.fish"));
        foreach (string shell in CompletionScripts.Shells)
        {
            var script = new Command(shell, $"For {shell}.");
            script.SetAction(_ =>
            {
                terminal.Out.Write(CompletionScripts.For(shell));
                return ExitCodes.Success;
            });
            command.Add(script);
        }

        return command;
    }
}
