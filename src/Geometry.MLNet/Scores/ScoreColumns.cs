namespace Geometry.MLNet;

/// <summary>The columns that a score looks at.</summary>
/// <param name="Embedding">The column that is scored.</param>
/// <param name="Conditions">The columns whose combinations of values are the conditions.</param>
/// <param name="Target">The column that divides the conditions, or null.</param>
/// <param name="Input">The column of the inputs, or null.</param>
internal sealed record ScoreColumns(string Embedding, IReadOnlyList<string> Conditions, string? Target, string? Input)
{
    /// <summary>Gets the further columns to compare with.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Gets all columns to compare with: the inputs first.</summary>
    public IReadOnlyList<string> Compared => [.. new[] { Input }.OfType<string>().Concat(Others).Distinct()];

    /// <summary>Gets the columns of numbers: the embedding and those to compare with.</summary>
    public IReadOnlyList<string> Numbers => [.. Compared.Prepend(Embedding).Distinct()];
}
