using System.IO.Compression;

namespace Geometry.Cli.Tests;

/// <summary>Every kind of bad input: exit code 2, a message that names the thing, no stack trace, and no file.</summary>
public sealed class BadInputTests : Workspace
{
    [Theory]
    [InlineData("\"Hidden1\"", "\"Hiden1\"", "did you mean 'Hidden1'?")]
    [InlineData("\"tanh\"", "\"tahn\"", "'tanh'?")]
    [InlineData("\"epochs\": 2", "\"epochs\": \"two\"", "expected a whole number")]
    [InlineData("[\"Condition\"]", "[\"Features\"]", "Features")]
    [InlineData("\"Label\"", "\"Features\"", "Features")]
    [InlineData("\"pipeline\": [", "\"pipeline\": ", "malformed JSON")]
    [InlineData("\"trainRows\": 60", "\"trainRows\": 1", "class")]
    [InlineData("\"testRows\": 80", "\"testRows\": 1", "two conditions")]
    public void A_pipeline_that_cannot_be_run(string from, string to, string message)
    {
        string path = WriteFile("small.json", Pipeline.Replace(from, to, StringComparison.Ordinal));

        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), message, path);
    }

    [Fact]
    public void A_pipeline_file_that_is_not_there() =>
        ShouldBeRefused(CommandRun.Of("run", Path.Combine(Root, "none.json"), "--output", Results), "no such file", "none.json");

    [Fact]
    public void Folders_and_files_in_place_of_one_another()
    {
        string pipeline = WriteFile("small.json", Pipeline);

        ShouldBeRefused(CommandRun.Of("run", Root, "--output", Results), "it is a folder; name a file in it", Root);
        ShouldBeRefused(CommandRun.Of("run", pipeline, "--output", pipeline), "it is a file. Choose a folder with --output.", pipeline);
    }

    [Fact]
    public void A_pipeline_of_one_condition_or_with_missing_features()
    {
        const string Csv = """
            {
              "name": "table",
              "data": { "source": "csv", "train": "t.csv", "vectors": { "Features": "f*" }, "textColumns": ["c"] },
              "pipeline": [ { "step": "Decodability", "embeddings": ["Features"], "conditions": ["c"], "folds": 2 } ]
            }
            """;
        string path = WriteFile("table.json", Csv);

        WriteFile("t.csv", "f0,f1,c\n1,2,a\n2,3,a\n3,1,a\n4,5,a\n");
        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), "condition", path);

        WriteFile("t.csv", "f0,f1,c\n1,2,a\n2,NaN,a\n3,1,b\n4,5,b\n");
        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), "line 3, column 'f1'", path);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 }, "is neither PNG nor JPEG: it starts with the bytes 010203")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48 }, "is truncated: it ends at byte 14, before the chunk IEND")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2 }, "is truncated: the segment E0 at byte 2 should have 16 bytes and 4 are left")]
    public void A_folder_with_a_damaged_image(byte[] bytes, string fault)
    {
        Directory.CreateDirectory(Path.Combine(Root, "photos", "cat"));
        string image = WriteBytes(Path.Combine("photos", "cat", "1.png"), bytes);
        string path = WriteFile("folder.json", """
            {
              "name": "folder",
              "data": { "source": "imageFolder", "train": "photos" },
              "pipeline": [ { "step": "Decodability", "embeddings": ["Features"], "conditions": ["Condition"] } ]
            }
            """);

        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), fault, image);
    }

    [Fact]
    public void A_truncated_cifar_file()
    {
        string records = WriteBytes("batch.bin", new byte[3073 + 100]);
        string path = WriteFile("cifar.json", """
            {
              "name": "cifar",
              "data": { "source": "cifar", "format": "Cifar10", "trainFiles": ["batch.bin"], "testFiles": ["batch.bin"] },
              "pipeline": [ { "step": "Decodability", "embeddings": ["Features"], "conditions": ["Condition"] } ]
            }
            """);

        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), "not a number of whole CIFAR-10 records", records);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_truncated_or_unreadable_image_file(bool isCompressed)
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2, .. Enumerable.Range(0, 16).Select(i => (byte)(i * 16))];
        WriteBytes("labels", [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]);
        WriteBytes("images", isCompressed ? Compress(images)[..^12] : images[..^3]);
        string path = WriteFile("idx.json", """
            {
              "name": "idx",
              "data": { "source": "idx", "trainImages": "images", "trainLabels": "labels", "testImages": "images", "testLabels": "labels", "targets": { "Label": ["1"] } },
              "pipeline": [ { "step": "Mlp", "hiddenWidths": [2], "epochs": 1 } ]
            }
            """);

        ShouldBeRefused(CommandRun.Of("run", path, "--output", Results), "truncated", Path.Combine(Root, "images"));
    }

    [Theory]
    [InlineData("--embedding", "h*", "no column that starts with 'h'")]
    [InlineData("--embedding", "f0..f3", "'f3'")]
    [InlineData("--embedding", "shape", "shape")]
    [InlineData("--embedding", "colour", "colour")]
    [InlineData("--condition", "shap", "'shape'?")]
    [InlineData("--condition", "other", "all rows have one condition (other = 'same')")]
    [InlineData("--target", "other", "all rows are of one class (other = 'same')")]
    [InlineData("--target", "colours", "'colour'?")]
    [InlineData("--input", "f9", "f9")]
    [InlineData("--scores", "cgcp", "unknown score 'cgcp'; did you mean 'ccgp'?")]
    [InlineData("--threads", "0", "--threads is 0; it must be at least 1")]
    [InlineData("--seed", "one", "one")]
    public void A_table_that_cannot_be_scored_so(string option, string value, string message)
    {
        Dictionary<string, string> options = new() { ["--embedding"] = "f*", ["--condition"] = "shape,colour,size", ["--output"] = Results };
        options[option] = value;

        ShouldBeRefused(CommandRun.Of(["score", WriteTable(), .. options.SelectMany(pair => new[] { pair.Key, pair.Value })]), message, "");
    }

    [Fact]
    public void A_table_with_a_missing_number_in_the_features()
    {
        string table = WriteTable(text => string.Join('\n', text.Split('\n').Select((line, i) => i == 3 ? "NaN" + line[line.IndexOf(',', StringComparison.Ordinal)..] : line)));

        ShouldBeRefused(CommandRun.Of("score", table, "--embedding", "f*", "--condition", "shape", "--output", Results), "line 4, column 'f0'", table);
    }

    [Fact]
    public void A_truncated_table()
    {
        string table = WriteTable(text => text[..^20]);

        ShouldBeRefused(CommandRun.Of("score", table, "--embedding", "f*", "--condition", "shape", "--output", Results), "cells and the header", table);
    }

    [Fact]
    public void A_table_that_is_empty_or_not_there()
    {
        ShouldBeRefused(CommandRun.Of("score", WriteFile("empty.csv", ""), "--embedding", "f*", "--condition", "c", "--output", Results), "is empty", "empty.csv");
        ShouldBeRefused(CommandRun.Of("score", Path.Combine(Root, "none.csv"), "--embedding", "f*", "--condition", "c", "--output", Results), "no table", "none.csv");
    }

    [Fact]
    public void Alignment_with_nothing() =>
        ShouldBeRefused(CommandRun.Of("score", WriteTable(), "--embedding", "f*", "--condition", "shape", "--scores", "alignment", "--output", Results), "--target or --input", "");

    private void ShouldBeRefused(CommandRun run, string message, string thing)
    {
        run.ExitCode.ShouldBe(ExitCodes.BadInput, run.Out + run.Error);
        run.Error.ShouldContain(message);
        run.Error.ShouldContain(thing);
        run.Error.ShouldNotContain("   at ");
        run.Out.ShouldNotContain("Results:");
        ShouldHaveNoResults();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.NoCompression))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
