namespace Geometry.Cli.Tests;

/// <summary>Words that make no command, and what is said about them.</summary>
public sealed class CommandLineTests : Workspace
{
    [Theory]
    [InlineData("there is no command 'rnu'; did you mean 'run'? Known: run, score, reproduce, ", "rnu")]
    [InlineData("there is no command 'everything' behind 'geometry list'. Known: scores, ", "list", "everything")]
    [InlineData("there is no command 'a.json'; to run a pipeline file: geometry run a.json", "a.json")]
    [InlineData("there is no command 'help'; did you mean 'geometry --help'?", "help")]
    [InlineData("'geometry run' has no option '--thread'; did you mean '--threads'?", "run", "a.json", "--thread", "2")]
    [InlineData("'b.json' is one word too many for 'geometry run'.", "run", "a.json", "b.json")]
    [InlineData("'geometry run' needs PIPELINE: The pipeline file", "run")]
    [InlineData("'geometry score' needs --embedding COLUMNS: The columns to score", "score", "t.csv", "--condition", "c")]
    [InlineData("--seed is 'one'; it must be a whole number.", "run", "a.json", "--seed", "one")]
    [InlineData("--threads is 'x'; it must be a whole number.", "run", "a.json", "--threads", "x")]
    [InlineData("--threads is 0; it must be at least 1.", "run", "a.json", "--threads", "0")]
    [InlineData("--memory is -1; it must be at least 0.", "run", "a.json", "--memory", "-1")]
    public void The_message_says_what_was_meant(string message, params string[] args)
    {
        CommandRun run = CommandRun.Of(args);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldStartWith($"geometry: {message}");
        run.Error.ShouldEndWith("--help'.\n");
        run.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("geometry")]
    [InlineData("geometry list", "list")]
    public void Where_a_command_is_missing_the_help_names_them(string name, params string[] args)
    {
        CommandRun run = CommandRun.Of(args);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("Commands:\n");
        run.Error.ShouldEndWith($"geometry: name one of the commands behind '{name}'.\n");
    }

    [Fact]
    public void Help_has_examples_exit_codes_and_the_commands_in_their_order()
    {
        CommandRun run = CommandRun.Of("--help");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        string[] lines = run.Out.Split('\n');
        lines.ShouldContain("Examples:");
        lines.ShouldContain("  geometry [command] [options]");
        int[] places = [.. new[] { "  run <PIPELINE>", "  score <TABLE>", "  reproduce <NAME>", "  report <DIR>", "  validate <PIPELINE>", "  list ", "  completion " }
            .Select(start => Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal)))];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBeInOrder();
        ExitCodes.All.ShouldAllBe(pair => lines.Contains($"  {pair.Code,-3}  {pair.Meaning}"));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("score")]
    [InlineData("reproduce")]
    [InlineData("report")]
    [InlineData("validate")]
    [InlineData("list")]
    [InlineData("completion")]
    public void Each_command_has_help_with_examples(string command)
    {
        CommandRun run = CommandRun.Of(command, "--help");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Error.ShouldBeEmpty();
        run.Out.ShouldContain($"Examples:\n  ");
        run.Out.Split('\n').SkipWhile(line => line != "Examples:").Skip(1).ShouldContain(line => line.Contains($"geometry {command} ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flag_takes_no_value() => CommandRun.Of("validate", "--json", WriteFile("small.json", Pipeline)).ExitCode.ShouldBe(ExitCodes.Success);
}
