using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Geometry.Cli.Tests;

/// <summary>The command on a terminal, which util-linux's <c>script</c> gives it.</summary>
public sealed partial class TerminalTests : Workspace
{
    private const string Script = "/usr/bin/script";

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public void A_terminal_shows_progress_in_colours_unless_NO_COLOR_is_set(string? noColour, bool isColoured)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Script))
        {
            return;
        }

        string pipeline = WriteFile("small.json", Pipeline.Replace("\"epochs\": 2", "\"epochs\": 400", StringComparison.Ordinal));
        using Process process = GeometryProcess.StartProgram(
            Script, ["-qec", $"stty cols 100; dotnet {GeometryProcess.Assembly} run {pipeline} --output {Results} --threads 1", "/dev/null"], ("TERM", "xterm-256color"), ("NO_COLOR", noColour));

        (int code, string output, _) = GeometryProcess.Finish(process);

        code.ShouldBe(ExitCodes.Success, output);
        output.ShouldContain("\u001b[?25l", customMessage: "the bar hides the cursor");
        output.ShouldContain("\u001b[?25h", customMessage: "and shows it in the end");
        output.ShouldContain(" of 4 cells");
        Colour().IsMatch(output).ShouldBe(isColoured);
    }

    [Fact]
    public void A_terminal_that_cannot_move_its_cursor_gets_plain_text()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Script))
        {
            return;
        }

        using Process process = GeometryProcess.StartProgram(
            Script, ["-qec", $"stty cols 100; dotnet {GeometryProcess.Assembly} run {WriteFile("small.json", Pipeline)} --output {Results}", "/dev/null"], ("TERM", "dumb"));

        (int code, string output, _) = GeometryProcess.Finish(process);

        code.ShouldBe(ExitCodes.Success, output);
        output.ShouldNotContain("\u001b");
        output.ShouldContain("| score | target |");
    }

    [Fact]
    public void The_script_for_bash_completes_what_is_typed()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/bin/bash"))
        {
            return;
        }

        string script = WriteFile("completion.bash", CommandRun.Of("completion", "bash").Out);
        const string Press = "COMP_LINE='run.sh list sc and more'; COMP_POINT=14; COMP_WORDS=(run.sh list sc and more); COMP_CWORD=2; _geometry; echo \"${COMPREPLY[*]}\"";

        (int code, string output, string error) = GeometryProcess.Finish(GeometryProcess.StartProgram("/bin/bash", ["-c", $"source {script}; {Press}"]));

        (code, output, error).ShouldBe((0, "scores\n", ""));
    }

    [GeneratedRegex(@"\u001b\[(38;|3\d|9\d)")]
    private static partial Regex Colour();
}
