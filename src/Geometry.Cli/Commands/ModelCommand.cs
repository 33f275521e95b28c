using System.CommandLine;
using System.Globalization;
using Geometry.Experiments;
using Geometry.MLNet;

namespace Geometry.Cli;

/// <summary><c>geometry model</c>: looks into saved models, checks and runs them.</summary>
internal static class ModelCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation) => new(
        "model", "Looks into a saved model, as 'geometry run --models' and ml.Geometry.Model.Save write it: shows, checks and runs it.")
    {
        Show(terminal), Check(terminal), Apply(terminal, cancellation), Onnx(terminal),
    };

    private static CommandWithExamples Show(Terminal terminal)
    {
        Argument<string> file = File();
        Option<bool> json = JsonOutput.Option();
        var command = new CommandWithExamples(
            "show", "Says what is in a model: its parts and their columns, networks with their functions and widths, files and checksums.",
            new Example("geometry model show results/noise/models/nonlinearity=tanh_seed=1.zip", "for a person; --json for a program"))
        {
            file, json,
        };
        command.SetAction(words =>
        {
            ModelDescription model = ModelFiles.Describe(words.GetRequiredValue(file));
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, ModelDocument.Of(words.GetRequiredValue(file), model));
                return ExitCodes.Success;
            }

            ModelDisplay.Write(terminal, model);
            return ExitCodes.Success;
        });
        return command;
    }

    private static CommandWithExamples Check(Terminal terminal)
    {
        Argument<string> file = File();
        Option<bool> json = JsonOutput.Option();
        var command = new CommandWithExamples(
            "check", "Compares all checksums of a model and loads it.", new Example("geometry model check model.zip", "exit code 0 where it can be used"))
        {
            file, json,
        };
        command.SetAction(words =>
        {
            ModelDescription model = ModelFiles.Check(words.GetRequiredValue(file));
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, ModelDocument.Of(words.GetRequiredValue(file), model));
                return ExitCodes.Success;
            }

            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{words.GetRequiredValue(file)}: {Counted.Of(model.Parts.Count, "part")}, {model.Size} bytes, SHA-256 {model.Sha256}; whole, and it loads."));
            return ExitCodes.Success;
        });
        return command;
    }

    private static CommandWithExamples Apply(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> file = File();
        var table = new Argument<string>("TABLE") { HelpName = "TABLE", Description = "A CSV file with a header, separated by comma, semicolon or tab." };
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "The CSV file of the embeddings and predictions. Default: standard output." };
        var vectors = new Option<string[]>("--column", "-c")
        {
            HelpName = "NAME=COLUMNS", AllowMultipleArgumentsPerToken = false,
            Description = "Which columns of the table make a vector of the model's input, such as Features=f0..f99. Default: those named Features.0, Features.1, ... or Features0, Features1, ...",
        };
        var columns = new Option<string?>("--columns")
        {
            HelpName = "NAMES", Description = "The columns to write, with commas between them, such as Hidden1,PredictedLabel. Default: all that the model adds.",
        };
        table.CompletionSources.Add(PathCompletions.Files(".csv", ".tsv", ".txt"));
        output.CompletionSources.Add(PathCompletions.Files(".csv"));
        var command = new CommandWithExamples(
            "apply", "Runs a model over a table and writes what it adds: the layers of its networks and its predictions, a line a row.",
            new Example("geometry model apply model.zip table.csv --column 'Features=f*' -o embeddings.csv", "columns f0, f1, ... are the features"))
        {
            file, table, output, vectors, columns,
        };
        command.SetAction(words =>
        {
            ModelApplication application = ModelApplication.Open(
                words.GetRequiredValue(file), words.GetRequiredValue(table), Selections(words.GetValue(vectors) ?? []),
                words.GetValue(columns)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (words.GetValue(output) is not { } path)
            {
                application.Write(terminal.Out, cancellation);
                return ExitCodes.Success;
            }

            long rows = 0;
            AtomicFile.WriteText(path, writer => rows = application.Write(writer, cancellation));
            terminal.Out.WriteLine($"{path}: {Counted.Of(rows, "row")} of {Counted.Of(application.Names.Count, "column")}.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static CommandWithExamples Onnx(Terminal terminal)
    {
        Argument<string> file = File();
        var target = new Argument<string>("ONNX") { HelpName = "ONNX", Description = "The ONNX file to write." };
        var network = new Option<int?>("--network") { HelpName = "NUMBER", Description = "Which network of the model, from 1 in the order in which they are run; needed where there are several." };
        var columns = new Option<string?>("--columns") { HelpName = "NAMES", Description = "The columns that the file gives, with commas between them, such as Hidden1,Score. Default: all." };
        target.CompletionSources.Add(PathCompletions.Files(".onnx"));
        var command = new CommandWithExamples(
            "onnx", "Writes the network of a model as an ONNX file, for stock ML.NET, Python and others. What stands before and behind the network is left out.",
            new Example("geometry model onnx model.zip network.onnx --columns Hidden1", "a file that ends with the first hidden layer"))
        {
            file, target, network, columns,
        };
        command.SetAction(words =>
        {
            string path = words.GetRequiredValue(target);
            (string input, IReadOnlyList<string> outputs) = ModelFiles.ConvertToOnnx(
                words.GetRequiredValue(file), path, words.GetValue(network), words.GetValue(columns)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            terminal.Out.WriteLine($"{path}: {string.Join(", ", outputs)} of {input}.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Argument<string> File()
    {
        var file = new Argument<string>("FILE") { HelpName = "FILE", Description = "The model file." };
        file.CompletionSources.Add(PathCompletions.Files(".zip"));
        return file;
    }

    private static Dictionary<string, string> Selections(IEnumerable<string> texts)
    {
        Dictionary<string, string> selections = [];
        foreach (string text in texts)
        {
            int mark = text.IndexOf('=', StringComparison.Ordinal);
            if (mark <= 0 || !selections.TryAdd(text[..mark].Trim(), text[(mark + 1)..]))
            {
                throw new BadInputException($"--column {text}: write NAME=COLUMNS, such as Features=f*, once for each vector.");
            }
        }

        return selections;
    }
}
