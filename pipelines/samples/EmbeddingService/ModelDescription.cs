namespace EmbeddingService;

/// <summary>What the service serves, as <c>GET /</c> tells it.</summary>
/// <param name="Features">The column of the model's input that the numbers of a row become.</param>
/// <param name="Width">How many numbers a row has.</param>
/// <param name="Classes">The names of the classes that are predicted; none where the model predicts no class.</param>
/// <param name="Layers">The columns that <c>/embed</c> gives, with their widths.</param>
public sealed record ModelDescription(string Features, int Width, IReadOnlyList<string> Classes, IReadOnlyDictionary<string, int> Layers);
