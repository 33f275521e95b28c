using Geometry.Onnx;

namespace Geometry.MLNet;

/// <summary>Makes the signature of a file of the columns that a network adds.</summary>
internal static class OnnxOutputs
{
    /// <summary>Makes the signature.</summary>
    /// <param name="input">The name of the column that the network reads.</param>
    /// <param name="columns">The columns as outputs, in the order in which they are added: of equal names the last one counts, as in a schema.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="options">Which of them are wanted, and names.</param>
    /// <exception cref="ArgumentException">A wanted column is not there, or the name of the input is that of an output.</exception>
    public static OnnxSignature Signature(string input, IEnumerable<OnnxOutput> columns, IReadOnlyList<string> classes, OnnxExportOptions options)
    {
        OnnxOutput[] visible = [.. columns.Reverse().DistinctBy(column => column.Name).Reverse()];
        OnnxOutput[] outputs = options.OutputColumnNames is { } wanted ? [.. wanted.Select(name => Find(visible, name))] : visible;
        string inputName = options.InputName ?? input;
        if (outputs.Any(output => output.Name == inputName))
        {
            throw new ArgumentException(
                $"The network reads a column '{inputName}' and adds another one of the same name, but in an ONNX file the input and each output need names of their own. "
                + "Set OnnxExportOptions.InputName to another name.", nameof(options));
        }

        return new OnnxSignature
        {
            InputName = inputName, Outputs = outputs, ClassNames = classes, BatchDimension = options.BatchDimensionName, Description = options.Description,
        };
    }

    private static OnnxOutput Find(OnnxOutput[] outputs, string name) => Array.Find(outputs, output => output.Name == name) ?? throw new ArgumentException(
        $"OnnxExportOptions.OutputColumnNames has '{name}', which the network does not add. It adds: {string.Join(", ", outputs.Select(output => output.Name))}.");
}
