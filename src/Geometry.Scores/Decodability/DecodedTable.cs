namespace Geometry.Scores;

/// <summary>Entries, and the same entries for every draw of a null.</summary>
internal sealed record DecodedTable(IReadOnlyList<ScoreEntry> Entries, IReadOnlyList<IReadOnlyList<ScoreEntry>> Draws)
{
    /// <summary>The entries with what the draws say.</summary>
    public IReadOnlyList<ScoreEntry> WithNull(NullOptions? options) => options is null ? Entries : NullTest.Attach(Entries, Draws, options);
}
