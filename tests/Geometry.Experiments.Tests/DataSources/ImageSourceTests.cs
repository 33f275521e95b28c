using System.Text;
using Microsoft.ML.Data;

namespace Geometry.Experiments.Tests;

/// <summary>Image files in pipeline files: folders, ML.NET's transforms of images, and CIFAR's binary records.</summary>
public sealed class ImageSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image-source");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_folder_is_read_by_the_stock_steps()
    {
        WriteImages(4, 4);
        WriteImages(6, 5);
        ExperimentResult result = Experiment.Run(Read(true, """
            { "step": "LoadImages", "outputColumnName": "Image", "inputColumnName": "ImagePath" },
            { "step": "ResizeImages", "outputColumnName": "Image", "imageWidth": 4, "imageHeight": 4, "resizing": "fill" },
            { "step": "ConvertToGrayscale", "outputColumnName": "Image" },
            { "step": "ExtractPixels", "outputColumnName": "Features", "inputColumnName": "Image", "scaleImage": 0.00392157 },
            """));
        result.Rows.ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Fact]
    public void A_folder_of_one_shape_needs_no_steps()
    {
        WriteImages(4, 4);
        Experiment.Run(Read(false, "")).Rows.ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Fact]
    public void What_cannot_be_used_is_said_with_its_place_or_left_out()
    {
        WriteImages(4, 4);
        string bad = Path.Combine(_folder.FullName, "images", "dark", "bad.png");
        File.WriteAllBytes(bad, [1, 2]);
        string problem = Should.Throw<PipelineFileException>(() => Read(false, "")).Problems.ShouldHaveSingleItem().ToString();
        problem.ShouldContain("images.json(3,11) $.data: ");
        problem.ShouldContain($"{bad} is neither PNG nor JPEG: it starts with the bytes 0102.");
        List<string> messages = [];
        Pipeline pipeline = Read(false, "", "\"skipUnreadable\": true, ");
        Experiment.Run(pipeline, new RunOptions { Progress = new Listener(messages) }).Rows.ShouldHaveSingleItem().Value.ShouldBe(1);
        messages.ShouldContain(message => message.Contains($"1 image files of {Path.Combine(_folder.FullName, "images")} were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem() =>
        Should.Throw<PipelineFileException>(() => Read(false, "")).Problems[0].ToString().ShouldContain($"there is no folder '{Path.Combine(_folder.FullName, "images")}' (train)");

    [Fact]
    public void Targets_can_be_in_a_file_of_their_own()
    {
        WriteImages(4, 4);
        string targets = Path.Combine(_folder.FullName, "targets.json");
        string Problem() => Should.Throw<PipelineFileException>(() => Read(false, "", "\"targetsFile\": \"targets.json\", ")).Problems.ShouldHaveSingleItem().ToString();
        Problem().ShouldContain(targets);
        File.WriteAllText(targets, "{ \"Bright\": \"dark\" }");
        Problem().ShouldContain($"the target 'Bright' is in the pipeline file and in {targets}; remove one.");
        File.WriteAllText(targets, "{ \"Dark\": [3] }");
        Problem().ShouldContain($"{targets}(1,12) $.Dark[0]: expected a text, got ");
        File.WriteAllText(targets, "{ \"Dark\": [\"dark\"] }");
        Cell cell = Read(false, "", "\"targetsFile\": \"targets.json\", ").Cells.ShouldHaveSingleItem();
        DataViews views = cell.Source.Definition.Load(new DataRequest(new Microsoft.ML.MLContext(seed: 1), _folder.FullName, 1, SchemaOnly: false), cell.Source.Arguments);
        views.Train.Schema.Select(column => column.Name).ShouldBe(["ImagePath", "Features", "Condition", "Bright", "Dark"]);
    }

    [Fact]
    public void Cifar_files_are_read()
    {
        byte[] Records(params byte[] labels) => [.. labels.SelectMany(label => (byte[])[label, .. Enumerable.Range(0, 3072).Select(i => (byte)((label * 40) + (i % 7)))])];
        File.WriteAllBytes(Path.Combine(_folder.FullName, "a.bin"), Records(0, 1, 0, 1, 0, 1));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "b.bin"), Records(1, 0, 1, 0));
        string text = """
            {
              "name": "cifar",
              "data": { "source": "cifar", "format": "Cifar10", "trainFiles": ["a.bin", "b.bin"], "testFiles": "b.bin", "targets": { "Label": ["1", "7"] } },
              "pipeline": [ { "step": "Decodability", "embeddings": ["Features"], "conditions": ["Label"], "target": "Label", "folds": 2 } ]
            }
            """;
        string path = Path.Combine(_folder.FullName, "cifar.json");
        File.WriteAllText(path, text);
        Experiment.Run(Pipeline.Load(path)).Rows.ShouldHaveSingleItem().Value.ShouldBe(1);
        File.WriteAllText(path, text.Replace("\"a.bin\", ", "\"c.bin\", ", StringComparison.Ordinal));
        Should.Throw<PipelineFileException>(() => Pipeline.Load(path)).Problems[0].ToString()
            .ShouldContain($"there is no file '{Path.Combine(_folder.FullName, "c.bin")}' (trainFiles)");
    }

    [Theory]
    [InlineData(false, 36)]
    [InlineData(true, 8)]
    public void The_pipeline_of_cifar_10_is_fine_where_there_are_images(bool quick, int cells)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "a.bin"), [.. Enumerable.Range(0, 20).SelectMany(i => (byte[])[(byte)(i % 10), .. Enumerable.Repeat((byte)i, 3072)])]);
        string pipelines = Path.Combine(AppContext.BaseDirectory, "pipelines"), text = File.ReadAllText(Path.Combine(pipelines, "images-cifar-10.json"));
        const string Source = "\"source\": \"dataset\",\n    \"name\": \"cifar-10\",";
        text.ShouldContain(Source);
        string names = string.Join(", ", Geometry.Tasks.DatasetManifest.Find("cifar-10").Classes.Select(name => $"\"{name}\""));
        string files = $"\"source\": \"cifar\", \"format\": \"Cifar10\", \"trainFiles\": \"a.bin\", \"testFiles\": \"a.bin\", \"classNames\": [{names}],";
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "targets"));
        File.Copy(Path.Combine(pipelines, "targets", "cifar-10.json"), Path.Combine(_folder.FullName, "targets", "cifar-10.json"));
        string path = Path.Combine(_folder.FullName, "images-cifar-10.json");
        File.WriteAllText(path, text.Replace(Source, files, StringComparison.Ordinal));
        Pipeline.Load(path, quick: quick).Cells.Count.ShouldBe(cells);
    }

    // Dark and bright images, which any decoder tells apart.
    private void WriteImages(int width, int height)
    {
        foreach ((string name, int light) in ((string, int)[])[("dark", 20), ("bright", 200)])
        {
            DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "images", name));
            for (int i = 0; i < 6; i++)
            {
                byte[] pixels = [.. Enumerable.Range(0, width * height * 4).Select(p => p % 4 == 3 ? (byte)255 : (byte)(light + i + (p % 5)))];
                using MLImage image = MLImage.CreateFromPixels(width, height, MLPixelFormat.Bgra32, pixels);
                image.Save(Path.Combine(folder.FullName, $"{width}-{i}.png"));
            }
        }
    }

    private Pipeline Read(bool pathsOnly, string steps, string settings = "")
    {
        string path = Path.Combine(_folder.FullName, "images.json");
        File.WriteAllText(path, $$"""
            {
              "name": "images",
              "data": { "source": "imageFolder", "train": "images", {{settings}}"pathsOnly": {{(pathsOnly ? "true" : "false")}}, "targets": { "Bright": "bright" } },
              "pipeline": [
                {{steps}}
                { "step": "Decodability", "embeddings": ["Features"], "conditions": ["Condition"], "target": "Bright", "folds": 2 }
              ]
            }
            """, Encoding.UTF8);
        return Pipeline.Load(path);
    }

    private sealed class Listener(List<string> messages) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (messages)
            {
                messages.Add(value.Message);
            }
        }
    }
}
