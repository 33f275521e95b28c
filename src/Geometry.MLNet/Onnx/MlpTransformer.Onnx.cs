using Geometry.Networks;
using Geometry.Onnx;

namespace Geometry.MLNet;

public sealed partial class MlpTransformer : IOnnxSource
{
    void IOnnxSource.WriteOnnx(OnnxExportOptions options, Stream stream)
    {
        int hidden = Training.Network.HiddenLayers.Count;
        IEnumerable<OnnxOutput> outputs = NetworkColumns.Select(column =>
            new OnnxOutput(column.Name, column.Layer < hidden ? Mlp.HiddenName(column.Layer + 1) : Mlp.ReadoutName, column.Meaning));
        OnnxModel.Write(Training.Network, OnnxOutputs.Signature(InputColumnName, outputs, Label.Classes, options), stream);
    }
}
