using System.Numerics.Tensors;
using Geometry.Networks;
using Geometry.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The columns that a multilayer perceptron adds: its hidden layers and what its outputs say about the label.</summary>
internal static class MlpColumns
{
    /// <summary>Makes the columns.</summary>
    /// <param name="hiddenWidths">The widths of the hidden layers.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="form">What the label is.</param>
    /// <param name="loss">What training minimised, which says how an output is to be read.</param>
    /// <param name="keyValues">The names of the classes, where the label has any.</param>
    /// <param name="readout">What the last hidden layer carries of the layer that reads it; null for labels that are no classes.</param>
    public static IReadOnlyList<NetworkColumn> Of(
        IReadOnlyList<int> hiddenWidths, int outputs, LabelForm form, MlpLoss loss, DataViewSchema.Annotations? keyValues, DataViewSchema.Annotations? readout)
    {
        IEnumerable<NetworkColumn> hidden = hiddenWidths.Select((width, layer) =>
            NetworkColumn.Units(Mlp.HiddenName(layer + 1), Vector(width), layer, layer == hiddenWidths.Count - 1 ? readout : null));
        return [.. hidden, .. OfReadout(outputs, hiddenWidths.Count, form, loss, keyValues)];
    }

    /// <summary>Makes the columns of the outputs alone.</summary>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="layer">The layer that they are.</param>
    /// <param name="form">What the label is.</param>
    /// <param name="loss">What training minimised.</param>
    /// <param name="keyValues">The names of the classes, where the label has any.</param>
    public static IEnumerable<NetworkColumn> OfReadout(int outputs, int layer, LabelForm form, MlpLoss loss, DataViewSchema.Annotations? keyValues)
    {
        bool isLogit = loss == MlpLoss.BinaryCrossEntropy;
        return form switch
        {
            { Kind: TargetKind.Classes } => Classes(outputs, layer, keyValues),
            { Kind: TargetKind.Real, IsVector: true } => [NetworkColumn.Units("Score", Vector(outputs), layer, Annotate("Score", "MultiOutputRegression"))],
            { Kind: TargetKind.Real } => [Scalar("Score", layer, OnnxValue.AsIs, score => score, Annotate("Score", "Regression"))],
            { IsVector: true } => Labels(outputs, layer, isLogit),
            _ => Label(layer, isLogit),
        };
    }

    private static IEnumerable<NetworkColumn> Label(int layer, bool isLogit)
    {
        const string Kind = "BinaryClassification";
        yield return Scalar("Score", layer, OnnxValue.AsIs, score => score, Annotate("Score", Kind));
        if (isLogit)
        {
            yield return Scalar("Probability", layer, OnnxValue.Logistic, Readout.Probability, Annotate("Probability", Kind));
        }

        yield return new NetworkColumn<bool>(
            "PredictedLabel", BooleanDataViewType.Instance, layer, OnnxValue.IsPositive, (ReadOnlySpan<float> units, ref bool value) => value = units[0] > 0,
            Annotate("PredictedLabel", Kind));
    }

    private static IEnumerable<NetworkColumn> Labels(int outputs, int layer, bool isLogit)
    {
        yield return NetworkColumn.Units("Score", Vector(outputs), layer);
        if (isLogit)
        {
            yield return Mapped("Probability", NumberDataViewType.Single, outputs, layer, OnnxValue.Logistic, Readout.Probability);
        }

        yield return Mapped("PredictedLabel", BooleanDataViewType.Instance, outputs, layer, OnnxValue.IsPositive, score => score > 0);
    }

    private static IEnumerable<NetworkColumn> Classes(int outputs, int layer, DataViewSchema.Annotations? keyValues)
    {
        const string Kind = "MulticlassClassification";
        yield return new NetworkColumn<VBuffer<float>>("Score", Vector(outputs), layer, OnnxValue.Softmax, Softmax, Annotate("Score", Kind));
        yield return new NetworkColumn<uint>(
            "PredictedLabel", new KeyDataViewType(typeof(uint), outputs), layer, OnnxValue.PlaceOfGreatest,
            (ReadOnlySpan<float> units, ref uint value) => value = (uint)TensorPrimitives.IndexOfMax(units) + 1,
            Annotate("PredictedLabel", Kind, keyValues));
    }

    private static NetworkColumn Scalar(string name, int layer, OnnxValue meaning, Func<float, float> function, DataViewSchema.Annotations annotations) =>
        new NetworkColumn<float>(
            name, NumberDataViewType.Single, layer, meaning, (ReadOnlySpan<float> units, ref float value) => value = function(units[0]), annotations);

    private static NetworkColumn Mapped<T>(string name, PrimitiveDataViewType item, int outputs, int layer, OnnxValue meaning, Func<float, T> function) =>
        new NetworkColumn<VBuffer<T>>(name, new VectorDataViewType(item, outputs), layer, meaning, (ReadOnlySpan<float> units, ref VBuffer<T> value) =>
        {
            VBufferEditor<T> editor = VBufferEditor.Create(ref value, units.Length);
            for (int i = 0; i < units.Length; i++)
            {
                editor.Values[i] = function(units[i]);
            }

            value = editor.Commit();
        });

    private static void Softmax(ReadOnlySpan<float> units, ref VBuffer<float> value)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref value, units.Length);
        Readout.Softmax(units, editor.Values);
        value = editor.Commit();
    }

    private static VectorDataViewType Vector(int width) => new(NumberDataViewType.Single, width);

    // The annotations by which ML.NET's evaluators and explainers know a score column.
    private static DataViewSchema.Annotations Annotate(string valueKind, string columnKind, DataViewSchema.Annotations? keyValues = null)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.AddPrimitiveValue("ScoreColumnKind", TextDataViewType.Instance, columnKind.AsMemory());
        builder.AddPrimitiveValue("ScoreValueKind", TextDataViewType.Instance, valueKind.AsMemory());
        if (keyValues is not null)
        {
            builder.Add(keyValues, kind => kind == "KeyValues");
        }

        return builder.ToAnnotations();
    }
}
