using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Onnx.Tests.Cases;

/// <summary>Trained transformers by the catalog: every form of label, loss and readout, whose columns the outputs must be.</summary>
internal static class TransformerCases
{
    private static readonly MLContext s_ml = new(seed: 1);

    private static readonly MlpOptions s_mlp = new() { HiddenWidths = [8, 6], Epochs = 3, BatchSize = 10 };

    private static readonly ConvNetOptions s_convolutional = new()
    {
        ImageShape = [2, 4, 4], Architecture = ConvNetArchitecture.Parse("conv(3) pool dense(5)"), Epochs = 2, BatchSize = 10,
    };

    public static IEnumerable<KeyValuePair<string, Func<ExportedCase>>> All =>
    [
        Mlp("label Boolean", "Flag", s_mlp),
        Mlp("label key", "Key", s_mlp with { Nonlinearity = Nonlinearity.Gelu }),
        Mlp("label vector of Boolean", "Flags", s_mlp),
        Mlp("label real", "Real", s_mlp with { Loss = MlpLoss.MeanSquaredError }),
        Mlp("label real vector", "Reals", s_mlp with { Loss = MlpLoss.MeanSquaredError }),
        Mlp("label Boolean, squared error", "Flag", s_mlp with { Loss = MlpLoss.MeanSquaredError }),
        Mlp("label vector of Boolean, squared error", "Flags", s_mlp with { Loss = MlpLoss.MeanSquaredError }),
        Mlp("balanced readout", "Flag", MlpPresets.FixedReadout with { HiddenWidths = [8], Epochs = 2 }),
        Mlp("Gaussian readout", "Key", s_mlp with { Readout = ReadoutMode.FixedGaussian }),
        Mlp("chosen columns, other names", "Key", s_mlp, new() { OutputColumnNames = ["PredictedLabel", "Hidden1"], InputName = "x", BatchDimensionName = "N" }),
        Of("Mlp: a chain of it alone", ml => new EstimatorChain<ITransformer>().Append(ml.Geometry.Networks.Mlp("Flag", "Features", s_mlp)), [TransformerRow.Width]),
        Convolutional("label Boolean", "Flag", s_convolutional),
        Convolutional("label key", "Key", s_convolutional with { Nonlinearity = Nonlinearity.Relu, BatchNormalisation = true }),
        Convolutional("label vector of Boolean", "Flags", s_convolutional),
        Convolutional("label real", "Real", s_convolutional with { Loss = MlpLoss.MeanSquaredError }),
        Convolutional("trained residual network", "Key", s_convolutional with { Architecture = ConvNetArchitecture.ResNet8, Nonlinearity = Nonlinearity.Relu }),
        Convolutional("forms of layers", "Flag", s_convolutional with
        {
            Outputs = [new("Conv1", LayerForm.SpatialMean, "Mean"), new("Conv1"), new("Conv1", LayerForm.Flattened, "Flat"), new("Hidden1", LayerForm.SpatialMean), new("Readout")],
        }),
    ];

    private static KeyValuePair<string, Func<ExportedCase>> Mlp(string name, string label, MlpOptions options, OnnxExportOptions? export = null) =>
        Of($"Mlp: {name}", ml => ml.Geometry.Networks.Mlp(label, "Features", options), [TransformerRow.Width], export);

    private static KeyValuePair<string, Func<ExportedCase>> Convolutional(string name, string label, ConvNetOptions options) =>
        Of($"Convolutional: {name}", ml => ml.Geometry.Networks.Convolutional(label, "Features", options), [2, 4, 4]);

    private static KeyValuePair<string, Func<ExportedCase>> Of(
        string name, Func<MLContext, IEstimator<ITransformer>> estimator, int[] inputShape, OnnxExportOptions? options = null) => KeyValuePair.Create(name, () =>
    {
        IDataView data = TransformerRow.View(s_ml);
        ITransformer transformer = estimator(s_ml).Fit(data);
        IDataView view = transformer.Transform(data);
        IEnumerable<string> added = options?.OutputColumnNames ?? view.Schema.Skip(data.Schema.Count).Select(column => column.Name);
        return new ExportedCase(
            NonlinearityCases.Write(stream => s_ml.Geometry.Model.ConvertToOnnx(transformer, stream, options)), options?.InputName ?? "Features", inputShape,
            [.. data.GetColumn<float[]>("Features")], [.. added.Select(column => Read(view, view.Schema[column]))]);
    });

    private static ExpectedOutput Read(IDataView view, DataViewSchema.Column column) => column.Type switch
    {
        VectorDataViewType { ItemType: NumberDataViewType } vector => Read<float[]>(view, column, "float32", [.. vector.Dimensions], row => Array.ConvertAll(row, value => (double)value)),
        VectorDataViewType vector => Read<bool[]>(view, column, "bool", [.. vector.Dimensions], row => Array.ConvertAll(row, value => value ? 1d : 0)),
        NumberDataViewType => Read<float>(view, column, "float32", [1], value => [value]),
        BooleanDataViewType => Read<bool>(view, column, "bool", [1], value => [value ? 1 : 0]),
        _ => Read<uint>(view, column, "uint32", [1], value => [value]),
    };

    private static ExpectedOutput Read<T>(IDataView view, DataViewSchema.Column column, string type, int[] shape, Func<T, double[]> values) =>
        new(column.Name, type, shape, [.. view.GetColumn<T>(column.Name).Select(values)]);
}
