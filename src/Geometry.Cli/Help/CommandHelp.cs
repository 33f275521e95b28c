using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Geometry.Cli;

/// <summary>The help of System.CommandLine with examples below it and, for the whole program, with the exit codes.</summary>
internal sealed class CommandHelp(HelpAction standard) : SynchronousCommandLineAction
{
    // Lines of a file or pipe are no longer than a person reads with ease.
    private const int Width = 120;

    private const string Indent = "  ";

    private static readonly Example[] s_examples =
    [
        new("geometry run pipelines/unstructured-binary.json", "train and score the networks of a pipeline file"),
        new("geometry score table.csv --embedding 'f*' --condition colour,shape", "score the columns of a table"),
        new("geometry reproduce alleman2024 --quick", "every finding of the paper, few seeds"),
        new("geometry report results/unstructured-binary", "the charts and tables of a run again, from its files"),
        new("geometry list scores", "what there is to score"),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts it in place of the standard help.</summary>
    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        var standard = (HelpAction)help.Action!;
        standard.MaxWidth = standard.MaxWidth is > 0 and < Width ? standard.MaxWidth : Width;
        help.Action = new CommandHelp(standard);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        WriteColumns(output, "Examples:", command is RootCommand ? s_examples : (command as CommandWithExamples)?.Examples ?? []);
        if (command is RootCommand)
        {
            WriteColumns(output, "Exit codes:", [.. ExitCodes.All.Select(pair => new Example(pair.Code.ToString(System.Globalization.CultureInfo.InvariantCulture), pair.Meaning))]);
            output.WriteLine("With --json, standard output has one JSON document and nothing else: the result, or {\"error\": {\"message\": ..., \"exitCode\": ...}}.");
            output.WriteLine("Progress is shown on a terminal; --progress shows it elsewhere, too. NO_COLOR in the environment switches colours off.");
        }

        return ExitCodes.Success;
    }

    private static void WriteColumns(TextWriter output, string title, IReadOnlyCollection<Example> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine(title);
        int width = lines.Max(line => line.Line.Length);
        foreach (Example line in lines)
        {
            output.WriteLine($"{Indent}{line.Line.PadRight(width)}{Indent}{line.Meaning}".TrimEnd());
        }

        output.WriteLine();
    }
}
