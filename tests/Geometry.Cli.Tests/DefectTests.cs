using System.Text;

namespace Geometry.Cli.Tests;

public sealed class DefectTests
{
    [Fact]
    public void A_defect_says_where_the_details_for_its_report_are()
    {
        using var error = new StringWriter();
        using var output = new Broken();

        int code = GeometryCommand.Run(["list", "nonlinearities"], new Terminal(output, error, IsInteractive: false));

        code.ShouldBe(ExitCodes.Defect);
        string message = error.ToString();
        message.ShouldStartWith("geometry: this is a defect of the program (InvalidOperationException: nobody writes here). Please report it to its authors with the details in ");
        message.ShouldNotContain("   at ");
        string path = message.Trim().TrimEnd('.').Split(" details in ")[1];
        string details = File.ReadAllText(path);
        File.Delete(path);
        details.ShouldContain("geometry list nonlinearities\n");
        details.ShouldContain("   at Geometry.Cli.");
        details.ShouldContain("stack ");
    }

    private sealed class Broken : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException("nobody writes here");
    }
}
