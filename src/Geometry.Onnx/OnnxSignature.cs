namespace Geometry.Onnx;

/// <summary>What goes into an ONNX file and what comes out of it.</summary>
public sealed record OnnxSignature
{
    /// <summary>Gets the name of the input: batch x features, or batch x channels x height x width, Single.</summary>
    public required string InputName { get; init; }

    /// <summary>Gets the outputs, at least one. Parts of the network that none of them needs are left out.</summary>
    public required IReadOnlyList<OnnxOutput> Outputs { get; init; }

    /// <summary>Gets the name of the number of rows, which is left open; by default <c>batch</c>.</summary>
    public string BatchDimension { get; init; } = "batch";

    /// <summary>Gets the names of the classes in the order of the readout's units, for the metadata; by default none.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Gets a text that is put before what the file says about itself; by default none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Makes sure that the names are given, and each once.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void Validate()
    {
        if (Outputs.Count == 0)
        {
            throw new ArgumentException("An ONNX file needs at least one output.");
        }

        if (Outputs.Select(output => output.Name).Append(InputName).Append(BatchDimension).Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("The input, the outputs and the batch dimension of an ONNX file need names that are not empty.");
        }

        if (Outputs.Select(output => output.Name).Append(InputName).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } shared)
        {
            throw new ArgumentException(
                $"The name '{shared.Key}' stands for two values, but in an ONNX file the input and each output need names of their own. Rename one of them.");
        }
    }
}
