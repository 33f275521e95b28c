using System.Globalization;
using System.Text.Json;

namespace Geometry.Cli.Tests;

/// <summary>Models that runs keep, and what can be asked of them.</summary>
public sealed class ModelCommandTests : Workspace
{
    private const string Normalised = """
        {
          "name": "small",
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "dimensions": 3, "seed": "$seed" }, "trainRows": 60, "testRows": 80 },
          "sweep": { "nonlinearity": ["tanh", "relu"], "seed": { "count": 2 } },
          "pipeline": [
            { "step": "NormalizeMeanVariance", "outputColumnName": "Features" },
            { "step": "Mlp", "hiddenWidths": [4, 2], "nonlinearity": "$nonlinearity", "epochs": 2, "batchSize": 20 },
            { "step": "Ccgp", "embeddings": ["Hidden1"], "conditions": ["Condition"], "target": "Label", "decoder": "LeastSquares" }
          ]
        }
        """;

    private static readonly string[] s_names =
        ["nonlinearity=relu_seed=1.zip", "nonlinearity=relu_seed=2.zip", "nonlinearity=tanh_seed=1.zip", "nonlinearity=tanh_seed=2.zip"];

    private string Models => Path.Combine(Results, "models");

    private string Model => Path.Combine(Models, s_names[0]);

    [Fact]
    public void A_run_keeps_the_model_of_each_cell_and_computes_again_what_lacks_it()
    {
        CommandRun first = Run();
        first.Out.ShouldContain($"Models: {Models}");
        Directory.EnumerateFiles(Models).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(s_names);
        byte[][] bytes = Bytes();

        // With its model gone, or that of another cell in its place, a cell is computed again, to the same bytes.
        File.Delete(Model);
        File.Copy(Path.Combine(Models, s_names[2]), Path.Combine(Models, s_names[1]), overwrite: true);
        Run().Error.ShouldContain("4 cells, 2 of them there from an earlier run");
        Bytes().ShouldBe(bytes);
        Run().Error.ShouldContain("4 cells, 4 of them there from an earlier run");

        // Results that were computed without models lack them.
        Directory.Delete(Results, recursive: true);
        CommandRun.Of("run", Path.Combine(Root, "small.json"), "--output", Results, "--no-report").ExitCode.ShouldBe(ExitCodes.Success);
        Directory.Exists(Models).ShouldBeFalse();
        Run().Error.ShouldNotContain("there from an earlier run");
        Bytes().ShouldBe(bytes);
    }

    [Fact]
    public void A_model_is_shown_to_people_and_programs()
    {
        Run();
        CommandRun shown = CommandRun.Of("model", "show", Model);
        shown.ExitCode.ShouldBe(ExitCodes.Success, shown.Error);
        shown.Out.ShouldContain("| mlp   | Everything | Features | Hidden1, Hidden2, Score, Probability, PredictedLabel | 3 inputs, 4-2, 1 output, relu, 29 numbers |");
        shown.Out.ShouldContain("| stock | Everything |          |");
        shown.Out.ShouldContain("Input: Features (");
        using JsonDocument json = JsonDocument.Parse(CommandRun.Of("model", "show", Model, "--json").Out);
        JsonElement network = json.RootElement.GetProperty("model").GetProperty("parts")[1].GetProperty("network");
        network.GetProperty("nonlinearity").GetString().ShouldBe("relu");
        network.GetProperty("layers")[1].GetProperty("dimensions")[0].GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        CommandRun.Of("model", "check", Model).Out.ShouldContain("whole, and it loads.");
    }

    [Fact]
    public void Embeddings_and_predictions_of_a_table_become_a_table()
    {
        Run();
        string table = WriteTable(), output = Path.Combine(Root, "out.csv");
        CommandRun run = CommandRun.Of("model", "apply", Model, table, "--column", "Features=f*", "-o", output);
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        string[] lines = File.ReadAllLines(output);
        lines[0].ShouldBe("Hidden1.0,Hidden1.1,Hidden1.2,Hidden1.3,Hidden2.0,Hidden2.1,Score,Probability,PredictedLabel");
        lines.Length.ShouldBe(161);
        string[] cells = lines[1].Split(',');
        float score = float.Parse(cells[6], CultureInfo.InvariantCulture);
        cells[8].ShouldBe(score > 0 ? "true" : "false");
        float.Parse(cells[7], CultureInfo.InvariantCulture).ShouldBe(1 / (1 + MathF.Exp(-score)), 1e-5);

        // The same by the names of the columns, and only what is asked for.
        string named = WriteFile("named.csv", File.ReadAllText(table).Replace("f0,f1,f2", "Features.0,Features.1,Features.2", StringComparison.Ordinal));
        CommandRun some = CommandRun.Of("model", "apply", Model, named, "--columns", "PredictedLabel,Hidden2");
        some.Out.ReplaceLineEndings("\n").Split('\n')[..2].ShouldBe(["PredictedLabel,Hidden2.0,Hidden2.1", $"{cells[8]},{cells[4]},{cells[5]}"]);
    }

    [Fact]
    public void A_network_becomes_an_onnx_file()
    {
        Run();
        string onnx = Path.Combine(Root, "network.onnx");
        CommandRun run = CommandRun.Of("model", "onnx", Model, onnx, "--columns", "Hidden1");
        run.Out.ShouldBe($"{onnx}: Hidden1 of Features.\n");
        new FileInfo(onnx).Length.ShouldBeGreaterThan(60);
        CommandRun.Of("model", "onnx", Model, onnx, "--network", "2").Error.ShouldContain("has 1 networks: 1 over 'Features'. Choose one with --network NUMBER.");
    }

    [Fact]
    public void What_cannot_be_used_is_told()
    {
        Run();
        Refused("is damaged: it does not end with the directory", "model", "show", WriteFile("no.zip", "no model at all, but longer than the end of an archive"));
        byte[] bytes = File.ReadAllBytes(Model);
        bytes[bytes.Length / 2] ^= 1;
        Refused("is damaged", "model", "check", WriteBytes("bad.zip", bytes));
        Refused("none.zip", "model", "check", Path.Combine(Root, "none.zip"));
        string table = WriteTable();
        Refused("lacks what the model needs: 'Features' (Vector<Single, 3>)", "model", "apply", Model, table);
        Refused("which 2 columns of the table do not make", "model", "apply", Model, table, "--column", "Features=g*");
        Refused("the model has no input column 'Feature'", "model", "apply", Model, table, "--column", "Feature=f*");
        Refused("write NAME=COLUMNS", "model", "apply", Model, table, "--column", "f*");
        Refused("gives no column 'Hidden3'", "model", "apply", Model, table, "--column", "Features=f*", "--columns", "Hidden3");
    }

    private static void Refused(string message, params string[] words)
    {
        CommandRun run = CommandRun.Of(words);
        run.ExitCode.ShouldBe(ExitCodes.BadInput, run.Out);
        run.Error.ShouldContain(message);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    private CommandRun Run()
    {
        CommandRun run = CommandRun.Of("run", WriteFile("small.json", Normalised), "--output", Results, "--models", "--no-report");
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        return run;
    }

    private byte[][] Bytes() => [.. s_names.Select(name => File.ReadAllBytes(Path.Combine(Models, name)))];
}
