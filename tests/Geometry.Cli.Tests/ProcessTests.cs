namespace Geometry.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests : Workspace
{
    [Fact]
    public void Success_and_bad_input_have_their_exit_codes()
    {
        (int code, string output, string error) = GeometryProcess.Finish(GeometryProcess.Start("run", WriteFile("small.json", Pipeline), "--output", Results));
        code.ShouldBe(ExitCodes.Success, error);
        output.ShouldNotContain("\u001b");

        (code, _, error) = GeometryProcess.Finish(GeometryProcess.Start("validate", WriteFile("bad.json", "{ \"name\": ")));
        code.ShouldBe(ExitCodes.BadInput);
        error.ShouldContain("bad.json(1,");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_version_names_the_stack()
    {
        (int code, string output, _) = GeometryProcess.Finish(GeometryProcess.Start("--version"));

        code.ShouldBe(ExitCodes.Success);
        output.ShouldStartWith("geometry ");
        output.ShouldContain("stack: ");
        output.ShouldContain("libtorch: ");
    }
}
