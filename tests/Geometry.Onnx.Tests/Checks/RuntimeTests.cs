using Geometry.Onnx.Tests.Cases;
using Geometry.Onnx.Tests.Runtime;

namespace Geometry.Onnx.Tests.Checks;

/// <summary>Every kind of exported file, run by ONNX Runtime and checked by Python's onnx.</summary>
public sealed class RuntimeTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Cases => [.. OnnxCases.All.Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Onnx_runtime_gives_what_the_network_gives_for_any_number_of_rows(string name)
    {
        ExportedCase expected = files.Case(name);
        RunResult result = files.Result(name);

        result.Error.ShouldBeNull();
        result.Inputs.ShouldBe([expected.InputName]);
        result.Outputs.ShouldBe(expected.Outputs.Select(output => output.Name));
        result.Batches.Length.ShouldBe(3);
        foreach ((RunOutput found, ExpectedOutput output) in result.Batches.SelectMany(batch => batch.Zip(expected.Outputs)))
        {
            found.Type.ShouldBe(output.Type);
            found.Shape[1..].ShouldBe(output.Shape);
            Deviation(found.Values, [.. output.Rows.Take(found.Shape[0]).SelectMany(row => row)]).ShouldBeLessThanOrEqualTo(
                output.Type == "float32" ? Tolerance : 0, $"{output.Name} of {found.Shape[0]} rows");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pythons_onnx_finds_nothing_wrong(string name) => files.Complaint(name).ShouldBeNull();

    // The greatest difference in terms of 1 + |value|.
    private static double Deviation(double[] found, double[] expected)
    {
        found.Length.ShouldBe(expected.Length);
        return found.Zip(expected, (a, b) => a == b ? 0 : double.IsNaN(a) ? double.PositiveInfinity : Math.Abs(a - b) / (1 + Math.Abs(b))).Max();
    }
}
