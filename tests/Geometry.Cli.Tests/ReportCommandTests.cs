namespace Geometry.Cli.Tests;

public sealed class ReportCommandTests : Workspace
{
    private string Report => Path.Combine(Results, "report.html");

    [Fact]
    public void The_report_of_a_run_is_made_again_from_its_files()
    {
        CommandRun run = CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results);
        run.Out.ShouldEndWith($"Report: {Report}\n");
        byte[] first = File.ReadAllBytes(Report);
        File.Delete(Report);
        File.Delete(Path.Combine(Results, "cells.jsonl"));

        CommandRun again = CommandRun.Of("report", Results);

        again.ShouldBe(new CommandRun(ExitCodes.Success, $"Report: {Report}\n", ""));
        File.ReadAllBytes(Report).ShouldBe(first);
    }

    [Fact]
    public void A_report_can_go_elsewhere_with_its_charts_as_files()
    {
        CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results, "--no-report").ExitCode.ShouldBe(ExitCodes.Success);
        string page = Path.Combine(Root, "pages", "small.html"), charts = Path.Combine(Root, "charts");

        CommandRun run = CommandRun.Of("report", Results, "-o", page, "--svg", charts);

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        File.ReadAllText(page).ShouldStartWith("<!DOCTYPE html>");
        File.Exists(Report).ShouldBeFalse();
        string[] drawings = Directory.GetFiles(charts);
        drawings.ShouldNotBeEmpty();
        drawings.ShouldAllBe(file => Path.GetFileName(file).StartsWith("small-", StringComparison.Ordinal) && File.ReadAllText(file).StartsWith("<svg", StringComparison.Ordinal));
        Directory.GetFiles(Path.GetDirectoryName(page)!).ShouldBe([page]);
    }

    [Fact]
    public void No_report_is_written_when_none_is_wanted()
    {
        WriteFile("small.json", Pipeline);
        string claims = WriteFile("claims.json", """
            { "name": "small-paper", "title": "A small paper", "claims": [{ "id": "B", "statement": "something else", "figure": "2", "notRun": "it needs a network that is not there" }] }
            """);

        CommandRun.Of("reproduce", "--claims", claims, "--output", Results, "--no-report").Out.ShouldNotContain("Report:");
        File.Exists(Report).ShouldBeFalse();

        CommandRun.Of("reproduce", "--claims", claims, "--output", Results).Out.ShouldEndWith($"Report: {Report}\n");
        File.ReadAllText(Report).ShouldContain("it needs a network that is not there");
    }

    [Fact]
    public void A_report_that_cannot_be_written_loses_no_results()
    {
        Directory.CreateDirectory(Path.Combine(Report, "in the way"));

        CommandRun run = CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results);

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Error.ShouldContain("the results are written, but their report is not: cannot write '");
        run.Out.ShouldNotContain("Report:");
        File.Exists(Path.Combine(Results, "scores.csv")).ShouldBeTrue();
        Directory.EnumerateFiles(Results, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_without_results_is_refused()
    {
        Directory.CreateDirectory(Results);

        CommandRun run = CommandRun.Of("report", Results);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("scores.csv");
        run.Error.ShouldContain("geometry run");
    }

    [Fact]
    public void A_damaged_table_is_refused_with_its_line()
    {
        CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results, "--no-report").ExitCode.ShouldBe(ExitCodes.Success);
        string scores = Path.Combine(Results, "scores.csv");
        File.WriteAllText(scores, File.ReadAllText(scores).Replace(",Hidden1,ccgp,", ",ccgp,", StringComparison.Ordinal));

        CommandRun run = CommandRun.Of("report", Results);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("scores.csv, line ");
        File.Exists(Report).ShouldBeFalse();
    }
}
