using Geometry.Networks;
using Geometry.Onnx;

namespace Geometry.MLNet;

public sealed partial class ConvolutionalTransformer : IOnnxSource
{
    void IOnnxSource.WriteOnnx(OnnxExportOptions options, Stream stream)
    {
        IReadOnlyList<ConvNetOutput> layers = Outputs;
        IEnumerable<OnnxOutput> outputs = NetworkColumns.Select(column => column.Layer < layers.Count
            ? new OnnxOutput(column.Name, layers[column.Layer].Layer, Value(layers[column.Layer].Form))
            : new OnnxOutput(column.Name, Mlp.ReadoutName, column.Meaning));
        OnnxModel.Write(Training.Network, OnnxOutputs.Signature(InputColumnName, outputs, Label.Classes, options), stream);
    }

    private static OnnxValue Value(LayerForm form) => form switch
    {
        LayerForm.Flattened => OnnxValue.Flattened,
        LayerForm.SpatialMean => OnnxValue.SpatialMean,
        _ => OnnxValue.AsIs,
    };
}
