using System.Runtime.InteropServices;
using System.Text.Json;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>
/// The layer that reads a column, carried by the column itself as an annotation, so that neural collapse can be scored with it whatever stock
/// transformers stand between. The text is made when it is first asked for.
/// </summary>
internal static class ReadoutAnnotation
{
    private const string Kind = "Geometry.Readout";

    private sealed record Content(string Label, IReadOnlyList<string> Classes, int Outputs, byte[] Weights, byte[] Biases);

    /// <summary>Says whether the outputs of a network stand for classes, as they do but for real numbers and vectors of labels.</summary>
    public static bool Suits(LabelForm form) => form is { IsVector: false, Kind: not TargetKind.Real };

    /// <summary>The annotation of a column.</summary>
    /// <param name="label">The label column that the network learned.</param>
    /// <param name="classes">The names of the classes in the order of the outputs; none for one output.</param>
    /// <param name="weights">Gives the weights: outputs x units.</param>
    /// <param name="biases">Gives the biases; null for none.</param>
    public static DataViewSchema.Annotations Of(string label, IReadOnlyList<string> classes, Func<Tensor> weights, Func<Tensor?> biases) => Of(() =>
        JsonSerializer.Serialize(new Content(label, classes, (int)weights().shape[0], Bytes(weights()), biases() is { } given ? Bytes(given) : [])));

    /// <summary>The annotation as a promise has it: known to be there, not yet known.</summary>
    public static DataViewSchema.Annotations Promise => Of(() => "");

    /// <summary>The readout that a column carries; null where it carries none.</summary>
    public static ColumnReadout? Read(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(Kind) is null)
        {
            return null;
        }

        ReadOnlyMemory<char> text = default;
        column.Annotations.GetValue(Kind, ref text);
        Content content = JsonSerializer.Deserialize<Content>(text.Span)!;
        return new ColumnReadout(content.Label, content.Classes, content.Outputs, Floats(content.Weights), Floats(content.Biases));
    }

    private static DataViewSchema.Annotations Of(Func<string> content)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        ValueGetter<ReadOnlyMemory<char>> getter = (ref ReadOnlyMemory<char> text) => text = content().AsMemory();
        builder.Add(Kind, TextDataViewType.Instance, getter);
        return builder.ToAnnotations();
    }

    private static byte[] Bytes(Tensor tensor)
    {
        using Tensor values = tensor.detach().to(ScalarType.Float32).cpu().contiguous();
        return MemoryMarshal.AsBytes<float>(values.data<float>().ToArray()).ToArray();
    }

    private static float[] Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
