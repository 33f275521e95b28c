using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Geometry.Networks;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>Runs a saved network row by row. The text of the network is the same memory in every row, so it is decoded once.</summary>
internal sealed class SavedNetworkRunner
{
    // One object, so that a thread sees either the old decoding or the new one, never a mixture.
    private volatile Decoded? _decoded;

    private sealed record Decoded(string Text, SavedNetwork Saved, IForwardPass Pass);

    /// <summary>The mapping: units of the hidden layers, then what the outputs mean.</summary>
    public void Run(NetworkInput input, NetworkOutput output)
    {
        Decoded decoded = Decode(input.Network);
        IReadOnlyList<int> widths = decoded.Pass.LayerWidths;
        bool[] wanted = [.. widths.Select(_ => true)];
        var layers = new LayerValues(widths, 1, wanted);
        var features = new float[decoded.Pass.InputWidth];
        input.Features.CopyTo(features);
        decoded.Pass.Run(features, 1, wanted, layers);

        var values = new List<float>(widths.Sum());
        for (int layer = 0; layer < widths.Count - 1; layer++)
        {
            values.AddRange(layers.Row(layer, 0));
        }

        AddReadout(values, layers.Row(widths.Count - 1, 0), decoded.Saved);
        output.Values = new VBuffer<float>(values.Count, values.ToArray());
        output.Class = decoded.Saved.Classes is { Count: > 0 } classes ? classes[TensorPrimitives.IndexOfMax(layers.Row(widths.Count - 1, 0))] : "";
    }

    private static void AddReadout(List<float> values, ReadOnlySpan<float> outputs, SavedNetwork saved)
    {
        if (saved.Form.Kind == TargetKind.Classes)
        {
            var probabilities = new float[outputs.Length];
            Readout.Softmax(outputs, probabilities);
            values.AddRange(probabilities);
            return;
        }

        values.AddRange(outputs);
        if (saved.Form.Kind == TargetKind.Binary && saved.Loss == MlpLoss.BinaryCrossEntropy)
        {
            foreach (float logit in outputs)
            {
                values.Add(Readout.Probability(logit));
            }
        }

        if (saved.Form is { Kind: TargetKind.Binary, IsVector: true })
        {
            foreach (float logit in outputs)
            {
                values.Add(logit > 0 ? 1 : 0);
            }
        }
    }

    private Decoded Decode(ReadOnlyMemory<char> text)
    {
        Decoded? known = _decoded;
        bool isWhole = MemoryMarshal.TryGetString(text, out string? whole, out _, out int length) && length == whole.Length;
        if (known is not null && (isWhole ? ReferenceEquals(known.Text, whole) : text.Span.SequenceEqual(known.Text)))
        {
            return known;
        }

        string content = isWhole ? whole! : text.ToString();
        SavedNetwork saved = SavedNetwork.Parse(content);
        return _decoded = new Decoded(content, saved, saved.Pass);
    }
}
