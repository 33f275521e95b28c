namespace Geometry.MLNet;

/// <summary>How a network is written as an ONNX file (see <see cref="ModelCatalog.ConvertToOnnx(Microsoft.ML.ITransformer, Stream, OnnxExportOptions?)"/>).</summary>
public sealed record OnnxExportOptions
{
    /// <summary>
    /// Gets the names of the columns that the file gives, in this order; null (the default) for all. What none of them needs is left out of the file, so
    /// <c>["Hidden1"]</c> makes a file that ends with the first hidden layer.
    /// </summary>
    public IReadOnlyList<string>? OutputColumnNames { get; init; }

    /// <summary>Gets the name of the input; null (the default) for that of the feature column.</summary>
    public string? InputName { get; init; }

    /// <summary>Gets the name of the number of rows, which the file leaves open; by default <c>batch</c>.</summary>
    public string BatchDimensionName { get; init; } = "batch";

    /// <summary>Gets a text for the file's documentation, put before what the file says about the network by itself; by default none.</summary>
    public string Description { get; init; } = "";
}
