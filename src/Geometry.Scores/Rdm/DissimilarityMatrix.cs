namespace Geometry.Scores;

/// <summary>The dissimilarity of every pair of conditions (RDM), or the reason why the data does not define them.</summary>
public sealed class DissimilarityMatrix
{
    private readonly double[] _pairs;

    /// <summary>Makes a matrix that is defined.</summary>
    internal DissimilarityMatrix(IReadOnlyList<string> names, double[] pairs)
    {
        Names = names;
        _pairs = pairs;
    }

    /// <summary>Makes a matrix that is not.</summary>
    internal DissimilarityMatrix(IReadOnlyList<string> names, string reason)
    {
        Names = names;
        Reason = reason;
        _pairs = [];
    }

    /// <summary>Gets the names of the conditions.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets why there are no dissimilarities, or null when there are.</summary>
    public string? Reason { get; }

    /// <summary>Gets the dissimilarities of the pairs (0,1), (0,2), ..., (1,2), ...; empty when there is a <see cref="Reason"/>.</summary>
    public ReadOnlySpan<double> Pairs => _pairs;

    /// <summary>Gets the dissimilarity of two conditions; 0 of a condition with itself.</summary>
    /// <param name="row">The one.</param>
    /// <param name="column">The other.</param>
    /// <exception cref="InvalidOperationException">There is a <see cref="Reason"/>.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Names.Count, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Names.Count, nameof(column));
            if (Reason is not null)
            {
                throw new InvalidOperationException($"There are no dissimilarities: {Reason}. Check Reason before you read them.");
            }

            var (i, j) = row < column ? (row, column) : (column, row);
            return i == j ? 0 : _pairs[i * (2 * Names.Count - i - 1) / 2 + j - i - 1];
        }
    }
}
