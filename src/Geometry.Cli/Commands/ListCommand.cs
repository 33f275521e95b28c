using System.CommandLine;
using Geometry.Experiments;
using Geometry.Networks;
using Geometry.Scores;
using Geometry.Tasks;
using Spectre.Console;
using Table = Spectre.Console.Table;
using TableColumn = Spectre.Console.TableColumn;

namespace Geometry.Cli;

/// <summary><c>geometry list WHAT</c>: names what pipeline files and commands can name.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        (string Name, string Description, Action<IAnsiConsole> Write)[] lists =
        [
            ("nonlinearities", "The functions of hidden layers.", WriteNonlinearities),
            ("scores", "The scores.", WriteScores),
            ("datasets", "The sources of rows: data sets, tasks and files.", WriteSources),
            ("steps", "The steps of pipeline files, with their fields.", WriteSteps),
        ];
        var command = new Command("list", "Names what pipeline files and commands can name.");
        foreach ((string name, string description, Action<IAnsiConsole> write) in lists)
        {
            var list = new Command(name, description);
            list.SetAction(_ =>
            {
                write(terminal.ToConsole());
                return ExitCodes.Success;
            });
            command.Add(list);
        }

        return command;
    }

    private static void WriteNonlinearities(IAnsiConsole console) => WriteTable(console, ["name", "formula, with the default parameters"],
        Nonlinearity.KnownNames.Select(name => (string[])[name, Nonlinearity.Parse(name.Split('(')[0]).Formula]));

    private static void WriteScores(IAnsiConsole console) => WriteTable(console, ["name", "range", "better", "description"],
        ScoreCatalog.All.Select(score => (string[])[score.Name, FormattableString.Invariant($"{score.Minimum} to {score.Maximum}"), score.Better.ToString(), score.Description]));

    private static void WriteSources(IAnsiConsole console)
    {
        WriteTable(console, ["data set", "title", "classes"], DatasetManifest.KnownNames.Select(DatasetManifest.Find)
            .Select(set => (string[])[set.Name, set.Title, string.Join(", ", set.Classes)]));
        foreach (TaskDefinition task in TaskRegistry.All)
        {
            console.WriteLine($"\nTask {task.Name}: {task.Description}");
            WriteFields(console, task.Parameters);
        }

        foreach (DataSourceDefinition source in DataSourceRegistry.All)
        {
            console.WriteLine($"\nSource \"{source.Name}\": {source.Description}");
            WriteFields(console, source.Parameters);
        }
    }

    private static void WriteSteps(IAnsiConsole console)
    {
        foreach (StepDefinition step in StepRegistry.All)
        {
            console.WriteLine($"{step.Name} ({(step.Origin == StepOrigin.MLNet ? "ML.NET" : "Geometry.MLNet")}): {step.Description}");
            WriteFields(console, step.Parameters);
            console.WriteLine();
        }
    }

    private static void WriteFields(IAnsiConsole console, IReadOnlyList<Parameter> fields)
    {
        if (fields.Count > 0)
        {
            WriteTable(console, ["field", "type", "default", "description"], fields.SelectMany(field => Rows(field, "")));
        }
    }

    private static IEnumerable<string[]> Rows(Parameter field, string prefix) =>
    [
        [prefix + field.Name, field.Type, field.IsRequired ? "(required)" : field.Default, field.Description],
        .. field.Fields.SelectMany(inner => Rows(inner, $"{prefix}{field.Name}.")),
    ];

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Markdown);
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header)));
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(text => new Text(text)));
        }

        console.Write(table);
    }
}
