using System.CommandLine;
using System.CommandLine.Parsing;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Says what is wrong with words that make no command, and which were meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>Gives the failure. Where just a command is missing, the help that names them is written to the standard error.</summary>
    public static Failure Of(ParseResult words, Terminal terminal)
    {
        Command command = words.CommandResult.Command;
        string name = NameOf(words);
        if (words.UnmatchedTokens.Count == 0 && command.Subcommands.Count > 0)
        {
            words.RootCommandResult.Command.Parse([.. name.Split(' ').Skip(1), "--help"]).Invoke(new InvocationConfiguration { Output = terminal.Error });
            return new Failure(ExitCodes.BadInput, $"name one of the commands behind '{name}'.");
        }

        // What is said of a word that is not known explains what follows from it, such as that a command is missing.
        string[] messages = words.UnmatchedTokens.Count > 0
            ? [Unmatched(words.UnmatchedTokens[0], command, name)]
            : [.. words.Errors.Select(error => MessageOf(error, name)).Distinct()];
        return new Failure(ExitCodes.BadInput, string.Join("\ngeometry: ", messages)) { Hint = $"Try '{name} --help'." };
    }

    private static string NameOf(ParseResult words)
    {
        List<string> names = [];
        for (SymbolResult? result = words.CommandResult; result is CommandResult { Parent: not null } command; result = command.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', ["geometry", .. names]);
    }

    private static string Unmatched(string word, Command command, string name)
    {
        IEnumerable<string> commands = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);
        return word switch
        {
            ['-', _, ..] => $"'{name}' has no option '{word}'{Suggestion.For(word, OptionsOf(command))}",
            _ when command.Subcommands.Count == 0 => $"'{word}' is one word too many for '{name}'. Put words with blanks between quotation marks.",
            _ when word.EndsWith(".json", StringComparison.Ordinal) => $"there is no command '{word}'; to run a pipeline file: geometry run {word}",
            _ when OptionsOf(command).Contains($"--{word}") => $"there is no command '{word}'; did you mean '{name} --{word}'?",
            _ => $"there is no command '{word}'{(command is RootCommand ? "" : $" behind '{name}'")}{Suggestion.For(word, commands)}",
        };
    }

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.Where(option => !option.Hidden).Select(option => option.Name)
        .Append("--help");

    private static string MessageOf(ParseError error, string name)
    {
        SymbolResult? result = error.SymbolResult;
        Option? option = (result as OptionResult ?? result?.Parent as OptionResult)?.Option;
        return option switch
        {
            { Required: true } when result!.Tokens.Count == 0 => $"'{name}' needs {option.Name} {option.HelpName}: {option.Description}",

            // The parser speaks of .NET types where a number is none; validators begin with the option's name.
            not null when result!.Tokens is [{ Value: var value }] && NumberOf(option.ValueType) is { } number && !error.Message.StartsWith(option.Name, StringComparison.Ordinal) =>
                $"{option.Name} is '{value}'; it must be {number}.",
            null when Missing(result) is { } argument => $"'{name}' needs {argument.Name}: {argument.Description}",
            _ => error.Message,
        };
    }

    private static Argument? Missing(SymbolResult? result) => result switch
    {
        ArgumentResult { Tokens: [] } argument => argument.Argument,
        CommandResult command => command.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && command.GetResult(argument) is null or { Tokens: [] }),
        _ => null,
    };

    private static string? NumberOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Double => "a number",
        _ => null,
    };
}
