namespace Geometry.Scores;

/// <summary>The alignment of every pair of several representations, such as the layers of a network.</summary>
public sealed class AlignmentMatrix
{
    private readonly ScoreEntry[] _entries;

    internal AlignmentMatrix(string[] names, ScoreEntry[] entries)
    {
        Names = names;
        _entries = entries;
    }

    /// <summary>Gets the names of the representations, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the alignment of one representation with another, whose name is the entry's target.</summary>
    /// <param name="row">The place of the one.</param>
    /// <param name="column">The place of the other.</param>
    public ScoreEntry this[int row, int column] => _entries[row * Names.Count + column];
}
