using System.Reflection;

namespace Geometry.Experiments.Tests;

public sealed class CellStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-store-").FullName;

    private string StoreFile => Path.Combine(_folder, CellStore.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_row_comes_back_as_it_was_in_every_property()
    {
        Pipeline pipeline = PipelineText.Read();
        ResultRow row = Experiment.Run(pipeline).Rows[^1] with
        {
            Value = 0.1 + 0.2, StandardError = double.Epsilon, Reason = "because, \"this\"\n", Warnings = ["one", "two"], Epoch = 0,
        };
        Cell cell = pipeline.Cells.Single(c => c.Key == row.Cell);
        Add(pipeline, cell, row, row with { Value = null, StandardError = null, Reason = "", Warnings = [] });

        using CellStore store = CellStore.Open(_folder, pipeline);
        IReadOnlyList<ResultRow> found = store.Find(cell)!.Rows;

        foreach (PropertyInfo property in typeof(ResultRow).GetProperties())
        {
            property.GetValue(found[0]).ShouldBe(property.GetValue(row), property.Name);
        }

        (found[1].Value, found[1].StandardError, found[1].Warnings.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public void Cells_that_are_there_are_not_computed_again()
    {
        Pipeline pipeline = PipelineText.Read();
        string fresh = Csv(Experiment.Run(pipeline));
        List<RunProgress> reports = [];
        Run(pipeline).ShouldBe(fresh);

        Run(pipeline, reports).ShouldBe(fresh);

        reports.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"epochs\": 2", "\"epochs\": 3")]
    [InlineData("\"testRows\": 80", "\"testRows\": 81")]
    [InlineData("\"seed\": 7", "\"seed\": 8")] // folds are drawn from it
    [InlineData("\"folds\": 2", "\"folds\": 3")]
    public void A_change_that_matters_recomputes_and_mixes_nothing(string from, string to)
    {
        Run(PipelineText.Read());
        Pipeline changed = PipelineText.Read(PipelineText.Small.Replace(from, to, StringComparison.Ordinal));

        using (CellStore store = CellStore.Open(_folder, changed))
        {
            store.Count.ShouldBe(0);
        }

        Run(changed).ShouldBe(Csv(Experiment.Run(changed)));
        File.ReadLines(StoreFile).Count().ShouldBe(2); // what the file no longer asks for is gone
    }

    [Fact]
    public void A_longer_sweep_and_another_name_compute_only_what_is_new()
    {
        Run(PipelineText.Read());
        Pipeline longer = PipelineText.Read(PipelineText.Small.Replace("\"count\": 1", "\"count\": 2", StringComparison.Ordinal)
            .Replace("\"name\": \"small\"", "\"name\": \"longer\"", StringComparison.Ordinal));
        List<RunProgress> reports = [];

        Run(longer, reports).ShouldBe(Csv(Experiment.Run(longer)));

        reports.Select(report => report.Cell).Distinct().ShouldBe(["nonlinearity=tanh;seed=2", "nonlinearity=relu;seed=2"], ignoreOrder: true);
        reports.ShouldAllBe(report => report.CellsKept == 2 && report.Cells == 4);
    }

    [Fact]
    public void A_file_torn_at_any_place_gives_the_same_table()
    {
        Pipeline pipeline = PipelineText.Read(PipelineText.Small.Replace("\"count\": 1", "\"count\": 2", StringComparison.Ordinal));
        string fresh = Run(pipeline);
        byte[] whole = File.ReadAllBytes(StoreFile);

        foreach (int length in new[] { 0, 1, 40, whole.Length / 3, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(StoreFile, whole[..length]);
            Run(pipeline).ShouldBe(fresh, $"torn after {length} bytes");
            File.ReadLines(StoreFile).Count().ShouldBe(4);
        }
    }

    [Fact]
    public void A_damaged_line_is_computed_again()
    {
        Pipeline pipeline = PipelineText.Read();
        string fresh = Run(pipeline);
        File.WriteAllText(StoreFile, File.ReadAllText(StoreFile).Replace("\"Value\":0.", "\"Value\":1.", StringComparison.Ordinal));

        Run(pipeline).ShouldBe(fresh);
    }

    [Fact]
    public void Data_files_count_by_their_content()
    {
        string data = Path.Combine(_folder, "rows.csv");
        string text = $$"""
            {
              "name": "table", "data": { "source": "csv", "train": {{System.Text.Json.JsonSerializer.Serialize(data)}}, "vectors": { "F": "f*" }, "textColumns": ["c"] },
              "pipeline": [{ "step": "Alignment", "embeddings": ["F"], "conditions": ["c"], "input": "F" }]
            }
            """;
        File.WriteAllText(data, "f0,f1,c\n0,1,a\n1,0,b\n2,2,c\n");
        Run(PipelineText.Read(text));
        File.SetLastWriteTimeUtc(data, DateTime.UtcNow.AddHours(1));
        CountOf(text).ShouldBe(1);

        File.WriteAllText(data, "f0,f1,c\n0,1,a\n1,0,b\n2,3,c\n");

        CountOf(text).ShouldBe(0);
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder()
    {
        using CellStore first = CellStore.Open(_folder, PipelineText.Read());

        Should.Throw<BadInputException>(() => CellStore.Open(_folder, PipelineText.Read())).Message.ShouldContain("Another run may be using the folder");
    }

    [Fact]
    public void An_empty_store_leaves_no_file()
    {
        CellStore.Open(_folder, PipelineText.Read()).Dispose();

        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private int CountOf(string text)
    {
        using CellStore store = CellStore.Open(_folder, PipelineText.Read(text));
        return store.Count;
    }

    private string Run(Pipeline pipeline, List<RunProgress>? reports = null)
    {
        using CellStore store = CellStore.Open(_folder, pipeline);
        var progress = reports is null ? null : new Reports(reports);
        return Csv(Experiment.Run(pipeline, new RunOptions { Threads = 1, Progress = progress, Store = store }));
    }

    private void Add(Pipeline pipeline, Cell cell, params ResultRow[] rows)
    {
        using CellStore store = CellStore.Open(_folder, pipeline);
        store.Add(cell, new CellResult(rows, []));
    }

    private static string Csv(ExperimentResult result)
    {
        using var writer = new StringWriter();
        ScoresCsv.Write(result.Rows, writer);
        return writer.ToString();
    }

    private sealed class Reports(List<RunProgress> reports) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reports.Add(value);
    }
}
