namespace Geometry.MLNet;

/// <summary>What <c>ml.Model.Save</c> is told of the transformers of this library: ML.NET lets no other library write into its files.</summary>
internal static class StockSave
{
    /// <summary>The refusal.</summary>
    /// <param name="what">What was to be saved.</param>
    public static NotSupportedException Refused(string what) => new(
        $"ml.Model.Save cannot hold {what}. Save the model with ml.Geometry.Model.Save(model, inputSchema, path), which holds stock transformers too, "
        + "and load it with ml.Geometry.Model.Load(path, out inputSchema).");
}
