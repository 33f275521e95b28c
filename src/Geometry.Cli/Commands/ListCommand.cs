using System.CommandLine;
using Geometry.Experiments;
using Geometry.Networks;
using Geometry.Tasks;

namespace Geometry.Cli;

/// <summary><c>geometry list WHAT</c>: names what pipeline files and commands can name.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new CommandWithExamples(
            "list",
            "Names what pipeline files and commands can name.",
            new("geometry list nonlinearities", "the functions of hidden layers, with their formulas"),
            new("geometry list steps --json", "all steps with their fields, for another program"));
        command.Add(Scores(terminal));
        command.Add(List(terminal, "nonlinearities", "The functions of hidden layers.", WriteNonlinearities, ListDocument.OfNonlinearities));
        command.Add(List(terminal, "datasets", "The sources of rows: data sets, tasks and files.", WriteSources, ListDocument.OfSources));
        command.Add(List(terminal, "steps", "The steps of pipeline files, with their fields.", WriteSteps, ListDocument.OfSteps));
        command.Add(List(
            terminal, "reference", "All fields of pipeline files as Markdown: the end of pipelines/README.md.", to => to.Out.Write(PipelineReference.Markdown()), ListDocument.OfFiles));
        return command;
    }

    private static Command List(Terminal terminal, string name, string description, Action<Terminal> write, Func<object> document)
    {
        Option<bool> json = JsonOutput.Option();
        var list = new Command(name, description) { json };
        list.SetAction(words =>
        {
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, document());
            }
            else
            {
                write(terminal);
            }

            return ExitCodes.Success;
        });
        return list;
    }

    private static Command Scores(Terminal terminal)
    {
        Option<bool> json = JsonOutput.Option();
        var markdown = Flag.Of("--markdown", "The table of scores as Markdown: that of README.md.");
        var list = new Command("scores", "The scores with their variants: range, direction, what leaves them unchanged, and where they come from.") { json, markdown };
        list.SetAction(words =>
        {
            if (words.GetValue(json))
            {
                terminal.Out.WriteLine(ScoreReference.Json());
            }
            else if (words.GetValue(markdown))
            {
                terminal.Out.Write(ScoreReference.Markdown());
            }
            else
            {
                WriteTable(terminal, ScoreReference.Headers, ScoreReference.Rows);
                terminal.Out.WriteLine();
                WriteTable(terminal, ScoreReference.VariantHeaders, ScoreReference.VariantRows);
                terminal.Out.WriteLine();
                WriteTable(terminal, DynamicsScoreReference.Headers, DynamicsScoreReference.Rows);
            }

            return ExitCodes.Success;
        });
        return list;
    }

    private static void WriteNonlinearities(Terminal terminal) => WriteTable(terminal, ["name", "formula, with the default parameters"],
        Nonlinearity.KnownNames.Select(name => (string[])[name, Nonlinearity.Parse(name.Split('(')[0]).Formula]));

    private static void WriteSources(Terminal terminal)
    {
        WriteTable(terminal, ["data set", "title", "classes"], DatasetManifest.KnownNames.Select(DatasetManifest.Find)
            .Select(set => (string[])[set.Name, set.Title, string.Join(", ", set.Classes)]));
        foreach (TaskDefinition task in TaskRegistry.All)
        {
            terminal.Out.WriteLine($"\nTask {task.Name}: {task.Description}");
            WriteFields(terminal, task.Parameters);
        }

        foreach (DataSourceDefinition source in DataSourceRegistry.All)
        {
            terminal.Out.WriteLine($"\nSource \"{source.Name}\": {source.Description}");
            WriteFields(terminal, source.Parameters);
        }
    }

    private static void WriteSteps(Terminal terminal)
    {
        foreach (StepDefinition step in StepRegistry.All)
        {
            terminal.Out.WriteLine($"{step.Name} ({(step.Origin == StepOrigin.MLNet ? "ML.NET" : "Geometry.MLNet")}): {step.Description}");
            WriteFields(terminal, step.Parameters);
            terminal.Out.WriteLine();
        }
    }

    private static void WriteFields(Terminal terminal, IReadOnlyList<Parameter> fields)
    {
        if (fields.Count > 0)
        {
            WriteTable(terminal, ["field", "type", "default", "description"], fields.SelectMany(field => Rows(field, "")));
        }
    }

    private static IEnumerable<string[]> Rows(Parameter field, string prefix) =>
    [
        [prefix + field.Name, field.Type, field.IsRequired ? "(required)" : field.Default, field.Description],
        .. field.Fields.SelectMany(inner => Rows(inner, $"{prefix}{field.Name}.")),
    ];

    private static void WriteTable(Terminal terminal, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows) =>
        new TextTable(headers, [.. rows]).Write(terminal);
}
