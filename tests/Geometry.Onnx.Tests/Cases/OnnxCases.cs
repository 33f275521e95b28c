namespace Geometry.Onnx.Tests.Cases;

/// <summary>Everything that is exported, by name.</summary>
internal static class OnnxCases
{
    /// <summary>Gets the cases; each is made when it is asked for.</summary>
    public static IReadOnlyList<KeyValuePair<string, Func<ExportedCase>>> All { get; } =
        [.. NonlinearityCases.All, .. ConvNetCases.All, .. TransformerCases.All];
}
