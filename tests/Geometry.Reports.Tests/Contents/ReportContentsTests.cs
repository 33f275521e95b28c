using Geometry.Experiments;

namespace Geometry.Reports.Tests;

public sealed class ReportContentsTests : IDisposable
{
    private const string Header =
        "experiment,cell,nonlinearity,seed,epoch,layer,score,variant,target,value,standard_error,n,reason,null_mean,p_value,interval_low,interval_high,floor,least,ceiling\n";

    private const string Row = "try,noise=0.5;nonlinearity=tanh;seed=1,tanh,1,30,Hidden1,ccgp,svm/half-half,Label,0.75,,4,,,,,,,,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scores_alone_are_enough()
    {
        Write("scores.csv", Header + Row);
        PipelineResults results = ReportContents.Read(_folder).Pipelines.ShouldHaveSingleItem();
        results.Name.ShouldBe("try");
        results.Run.ShouldBeNull();
        results.Tables.ShouldBeEmpty();
        ResultRow row = results.Rows.ShouldHaveSingleItem();
        (row.Setting, row.Value, row.Seed, row.Epoch, row.StandardError).ShouldBe(("noise=0.5", 0.75, 1, 30, null));
        results.Variables.Select(variable => (variable.Name, variable.IsReplicate)).ShouldBe([("noise", false), ("nonlinearity", false), ("seed", true)]);
    }

    [Fact]
    public void Folders_of_a_reproduction_are_experiments()
    {
        Write("b/scores.csv", Header + Row.Replace("try", "b", StringComparison.Ordinal));
        Write("a/scores.csv", Header + Row.Replace("try", "a", StringComparison.Ordinal));
        Write("a/field.csv", "cell,x\nc,\"1,5\"\n");
        Write("other/notes.txt", "nothing");
        Write("claims.csv", $"{string.Join(',', ClaimsCsv.Columns)}\nP1,1,the paper,tanh is ahead,a.json,Positive,,0.05,,0.2,0.1,0.3,5,Holds,,\n");
        ReportContents contents = ReportContents.Read(_folder);
        contents.Pipelines.Select(pipeline => pipeline.Name).ShouldBe(["a", "b"]);
        contents.Pipelines[0].Tables.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().ShouldBe(["c", "1,5"]);
        ClaimRecord claim = contents.Claims.ShouldHaveSingleItem();
        (claim.Id, claim.Direction, claim.Effect, claim.Expected, claim.Verdict).ShouldBe(("P1", ClaimDirection.Positive, 0.2, null, Verdict.Holds));
    }

    [Fact]
    public void The_manifest_says_how_results_were_made()
    {
        Write("scores.csv", Header + Row.Replace(";seed=1", ";draw=1", StringComparison.Ordinal));
        Write("manifest.json", """
            { "experiment": "named", "command": "geometry run x.json --quick", "pipeline": { "file": "x.json", "text": "// {}" }, "seed": 7, "isQuick": true,
              "replicates": ["draw"], "cells": [{}, {}], "versions": { "product": "1.2" }, "run": { "started": "2026-01-01", "seconds": 1.5, "threads": 2 }, "warnings": ["w"] }
            """);
        PipelineResults results = ReportContents.Read(_folder).Pipelines.ShouldHaveSingleItem();
        results.Name.ShouldBe("named");
        results.Rows[0].Setting.ShouldBe("noise=0.5");
        RunRecord run = results.Run.ShouldNotBeNull();
        (run.Command, run.PipelineText, run.Seed, run.IsQuick, run.Cells, run.Seconds, run.Threads).ShouldBe(("geometry run x.json --quick", "// {}", "7", true, 2, 1.5, 2));
        run.Versions.ShouldBe([KeyValuePair.Create("product", "1.2")]);
        run.Warnings.ShouldBe(["w"]);
    }

    [Theory]
    [InlineData("scores.csv", "", "scores.csv is empty")]
    [InlineData("scores.csv", "cell,value\na,1\n", "scores.csv, line 1: there is no column 'experiment'")]
    [InlineData("scores.csv", Header + Row + "try,half of a li", "scores.csv, line 3: 2 fields, but the header has 20")]
    [InlineData("scores.csv", Header + "try,c,tanh,1,30,Hidden1,ccgp,v,Label,zero,,4,,,,,,,,\n", "scores.csv, line 2: 'zero' in the column 'value' is no number")]
    [InlineData("scores.csv", Header + "\"try,c,tanh", "scores.csv, line 2: a quotation mark is not closed")]
    [InlineData("manifest.json", "{\n\"experiment\": ", "manifest.json, line 2: the file is no JSON")]
    [InlineData("manifest.json", "[]", "manifest.json, line 1: a manifest is a JSON object")]
    [InlineData("claims.csv", "id\nP1\n", "claims.csv, line 1: there is no column 'figure'")]
    [InlineData("field.csv", "a,a\n", "field.csv, line 1: there are two columns 'a'")]
    public void Damaged_files_are_named_with_the_line(string file, string text, string message)
    {
        Write("scores.csv", Header + Row);
        Write(file, text);
        Should.Throw<BadInputException>(() => ReportContents.Read(_folder)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_folder_without_results_says_what_to_give()
    {
        Should.Throw<BadInputException>(() => ReportContents.Read(_folder)).Message.ShouldContain("has no file 'scores.csv'");
        Should.Throw<BadInputException>(() => ReportContents.Read(Path.Combine(_folder, "nowhere"))).Message.ShouldContain("there is no folder");
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
