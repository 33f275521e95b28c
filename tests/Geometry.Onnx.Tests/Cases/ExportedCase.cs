namespace Geometry.Onnx.Tests.Cases;

/// <summary>An exported file, rows to run it on, and what must come out.</summary>
/// <param name="File">The bytes.</param>
/// <param name="InputName">The name that the input must have.</param>
/// <param name="InputShape">The dimensions of a row of the input.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Outputs">The outputs in their order.</param>
internal sealed record ExportedCase(byte[] File, string InputName, int[] InputShape, float[][] Rows, IReadOnlyList<ExpectedOutput> Outputs);

/// <summary>What an output must be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as ONNX Runtime calls it: float32, bool or uint32.</param>
/// <param name="Shape">The dimensions of a row.</param>
/// <param name="Rows">The values of each row.</param>
internal sealed record ExpectedOutput(string Name, string Type, int[] Shape, double[][] Rows);
