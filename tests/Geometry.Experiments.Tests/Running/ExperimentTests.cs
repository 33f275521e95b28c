using Geometry.Networks;

namespace Geometry.Experiments.Tests;

public class ExperimentTests
{
    [Fact]
    public void Each_cell_gives_the_scores_of_its_steps_in_their_order()
    {
        ExperimentResult result = Experiment.Run(PipelineText.Read());

        result.Rows.Select(row => (row.Cell, row.Nonlinearity, row.Seed, row.Epoch, row.Layer, row.Score, row.Target)).ShouldBe(
        [
            .. new[] { "tanh", "relu" }.SelectMany(f => new (string, string, long?, int?, string, string, string)[]
            {
                ($"nonlinearity={f};seed=1", f, 1, 2, "Features", "decodability", "Label"),
                ($"nonlinearity={f};seed=1", f, 1, 2, "Hidden2", "decodability", "Label"),
                ($"nonlinearity={f};seed=1", f, 1, 2, "Hidden1", "alignment", "Features"),
                ($"nonlinearity={f};seed=1", f, 1, 2, "Hidden1", "alignment", "Label"),
            }),
        ]);
        result.Rows.ShouldAllBe(row => row.Value >= 0 && row.Value <= 1);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        string text = PipelineText.Small.Replace("\"count\": 1", "\"count\": 4", StringComparison.Ordinal);

        string[] tables = [.. new[] { 1, 2, 5 }.Select(threads => Csv(Experiment.Run(PipelineText.Read(text), new RunOptions { Threads = threads })))];

        tables[1].ShouldBe(tables[0]);
        tables[2].ShouldBe(tables[0]);
    }

    [Fact]
    public void Another_seed_gives_other_scores() => Csv(Experiment.Run(PipelineText.Read(Unswept, 1))).ShouldNotBe(Csv(Experiment.Run(PipelineText.Read(Unswept, 2))));

    [Fact]
    public void Nonlinearities_of_a_seed_share_task_and_rows()
    {
        IReadOnlyList<ResultRow> rows = Experiment.Run(PipelineText.Read()).Rows;

        rows[0].Layer.ShouldBe("Features");
        (rows[4].Layer, rows[4].Nonlinearity).ShouldBe(("Features", "relu"));
        rows[4].Value.ShouldBe(rows[0].Value);
    }

    [Fact]
    public void A_variable_may_set_anything_and_settings_are_kept_apart_from_seeds()
    {
        string text = PipelineText.Small
            .Replace("\"nonlinearity\": [\"tanh\", \"relu\"]", "\"f\": [\"tanh\"], \"widths\": [[4, 2], [6, 3]], \"noise\": [0.1, 1]", StringComparison.Ordinal)
            .Replace("\"$nonlinearity\"", "\"$f\"", StringComparison.Ordinal)
            .Replace("[8, 4]", "\"$widths\"", StringComparison.Ordinal)
            .Replace("\"dimensions\": 10", "\"dimensions\": 10, \"noise\": \"$noise\"", StringComparison.Ordinal);

        Pipeline pipeline = PipelineText.Read(text);

        pipeline.Cells.Select(cell => cell.Setting).ShouldBe(["widths=[4,2];noise=0.1", "widths=[4,2];noise=1", "widths=[6,3];noise=0.1", "widths=[6,3];noise=1"]);
        pipeline.Cells.Select(cell => cell.Nonlinearity).Distinct().ShouldBe(["tanh"]);
        Experiment.Run(pipeline).Rows.Select(row => row.Cell).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Collapse_of_the_last_hidden_layer_has_the_readout_in_it()
    {
        string text = PipelineText.Small.Replace(
            "{ \"step\": \"Alignment\", \"embeddings\": [\"Hidden1\"], \"conditions\": \"Condition\", \"input\": \"Features\", \"target\": \"Label\" }",
            "{ \"step\": \"Collapse\", \"embeddings\": [\"Hidden1\", \"Hidden2\"], \"conditions\": \"Condition\", \"target\": \"Label\" }", StringComparison.Ordinal);

        ResultRow[] read = [.. Experiment.Run(PipelineText.Read(text)).Rows.Where(row => row.Variant is "nc3" or "nc4")];

        read.Select(row => (row.Layer, row.Variant)).ShouldBe([("Hidden2", "nc3"), ("Hidden2", "nc4"), ("Hidden2", "nc3"), ("Hidden2", "nc4")]);
        read.ShouldAllBe(row => row.Value >= 0);
    }

    [Fact]
    public void Decoders_may_be_trained_on_the_training_rows_and_tested_on_the_test_rows()
    {
        string text = PipelineText.Small.Replace("\"folds\": 2", "\"heldOut\": true", StringComparison.Ordinal);

        ResultRow[] rows = [.. Experiment.Run(PipelineText.Read(text)).Rows.Where(row => row.Score == "decodability")];

        rows.Length.ShouldBe(4);
        rows.ShouldAllBe(row => row.Variant == "svm/held-out/accuracy" && row.N == 80);
        Experiment.EstimateScores(PipelineText.Read(text)).CellsKnown.ShouldBe(0);
    }

    [Fact]
    public void Held_out_rows_do_not_go_with_checkpoints() => PipelineText
        .ProblemsOf(PipelineText.Small.Replace("\"folds\": 2", "\"heldOut\": true", StringComparison.Ordinal)
            .Replace("\"epochs\": 2", "\"epochs\": 2, \"checkpointEpochs\": [0]", StringComparison.Ordinal))
        .ShouldHaveSingleItem().ShouldContain("heldOut does not go with checkpointEpochs");

    [Fact]
    public void Stock_estimators_and_ours_stand_in_one_chain()
    {
        const string Steps = """
            "pipeline": [
              { "step": "CopyColumns", "outputColumnName": "Raw", "inputColumnName": "Features" },
              { "step": "NormalizeMinMax", "outputColumnName": "Scaled", "inputColumnName": "Features", "fixZero": false },
              { "step": "Concatenate", "outputColumnName": "Both", "inputColumnNames": ["Raw", "Scaled"] },
              { "step": "AppendCacheCheckpoint" },
              { "step": "Mlp", "featureColumnName": "Both", "hiddenWidths": [4], "nonlinearity": "$nonlinearity", "epochs": 1 },
              { "step": "DropColumns", "columnNames": ["Score", "Probability", "PredictedLabel"] },
              { "step": "LbfgsLogisticRegression", "featureColumnName": "Hidden1", "l1Regularization": 0.1 },
              { "step": "LinearSvm", "featureColumnName": "Hidden1" },
              { "step": "AveragedPerceptron", "featureColumnName": "Hidden1", "numberOfIterations": 2 },
              { "step": "MapKeyToValue", "outputColumnName": "Name", "inputColumnName": "Condition" },
              { "step": "MapValueToKey", "outputColumnName": "Key", "inputColumnName": "Name" },
              { "step": "LbfgsMaximumEntropy", "labelColumnName": "Key", "featureColumnName": "Raw" },
              { "step": "ConvertType", "outputColumnName": "Number", "inputColumnName": "Label", "outputKind": "Single" },
              { "step": "SelectColumns", "columnNames": ["Condition", "Key", "Label", "Number", "Hidden1", "Both"] },
              { "step": "Ccgp", "embeddings": ["Hidden1"], "conditions": ["Key"], "target": "Label", "decoder": "LeastSquares" },
              { "step": "Ccgp", "embeddings": ["Hidden1"], "conditions": ["Condition"] },
            ],
            }
            """;
        string text = PipelineText.Small[..PipelineText.Small.IndexOf("\"pipeline\"", StringComparison.Ordinal)] + Steps;

        IReadOnlyList<ResultRow> rows = Experiment.Run(PipelineText.Read(text)).Rows;

        rows.Where(row => row.Nonlinearity == "relu").Select(row => row.Target).ShouldBe(["Label", .. rows.Skip(1).Take(4).Select(row => row.Target)]);
        rows.Count.ShouldBe(2 * (1 + 4));
    }

    [Fact]
    public void A_cell_that_fails_stops_the_run_and_is_named()
    {
        // All rows of a task with one training row are of one class.
        string text = PipelineText.Small.Replace("\"trainRows\": 60", "\"trainRows\": 1", StringComparison.Ordinal);

        string message = Should.Throw<BadInputException>(() => Experiment.Run(PipelineText.Read(text), new RunOptions { Threads = 1 })).Message;

        message.ShouldStartWith("small.json: the cell nonlinearity=tanh;seed=1 cannot be run: ");
        message.ShouldContain("class");
    }

    [Fact]
    public void Scores_that_the_data_do_not_define_at_all_are_bad_input()
    {
        string text = PipelineText.Small.Replace("\"testRows\": 80", "\"testRows\": 1", StringComparison.Ordinal);

        Should.Throw<BadInputException>(() => Experiment.Run(PipelineText.Read(text))).Message.ShouldContain("none of the scores");
    }

    [Fact]
    public void A_run_can_be_stopped_within_a_cell()
    {
        string text = PipelineText.Small.Replace("\"epochs\": 2", "\"epochs\": 10000000", StringComparison.Ordinal);
        using var stop = new CancellationTokenSource();
        var progress = new Reports(report =>
        {
            if (report.Message.StartsWith("epoch 3", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });

        Should.Throw<OperationCanceledException>(() => Experiment.Run(PipelineText.Read(text), new RunOptions { Progress = progress }, stop.Token));
    }

    [Fact]
    public void Progress_counts_the_cells()
    {
        List<RunProgress> reports = [];

        Experiment.Run(PipelineText.Read(), new RunOptions { Threads = 1, Progress = new Reports(reports.Add) });

        reports.Where(report => report.Message.Length == 0).Select(report => (report.CellsDone, report.Cells)).ShouldBe([(1, 2), (2, 2)]);
        reports.ShouldContain(report => report.Cell == "nonlinearity=relu;seed=1" && report.Message.StartsWith("epoch 2 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_of_the_network_is_a_field_of_the_step()
    {
        IEnumerable<string> options = typeof(MlpOptions).GetProperties().Where(p => p.CanWrite).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

        StepRegistry.Find("Mlp")!.Parameters.Select(p => p.Name).ShouldBe(
            options.Concat(["labelColumnName", "featureColumnName", "preset"]), ignoreOrder: true);
    }

    private static string Unswept => PipelineText.Small.Replace("\"seed\": { \"from\": 1, \"count\": 1 }", "\"seed\": { \"count\": 1 }", StringComparison.Ordinal);

    private static string Csv(ExperimentResult result)
    {
        using var writer = new StringWriter();
        ScoresCsv.Write(result.Rows, writer);
        return writer.ToString();
    }

    private sealed class Reports(Action<RunProgress> act) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (this)
            {
                act(value);
            }
        }
    }
}
