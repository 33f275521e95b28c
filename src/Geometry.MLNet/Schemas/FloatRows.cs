using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Collects the rows of a column into one contiguous, row-major matrix.</summary>
internal sealed class FloatRows
{
    private float[] _values;

    /// <summary>Makes an empty matrix.</summary>
    /// <param name="column">The column's name, for errors.</param>
    /// <param name="width">The numbers of a row.</param>
    /// <param name="expectedRows">The number of rows, where it is known.</param>
    public FloatRows(string column, int width, long? expectedRows)
    {
        Column = column;
        Width = width;
        _values = new float[Math.Max(1, Math.Min(expectedRows ?? 1024, Array.MaxLength / width)) * width];
    }

    /// <summary>Gets the name of the column.</summary>
    public string Column { get; }

    /// <summary>Gets the numbers of a row.</summary>
    public int Width { get; }

    /// <summary>Gets the number of rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets the matrix.</summary>
    public ReadOnlyMemory<float> Memory => _values.AsMemory(0, Rows * Width);

    /// <summary>Makes room for one more row.</summary>
    /// <returns>The row, to be filled.</returns>
    /// <exception cref="InvalidOperationException">The matrix would be larger than an array can be.</exception>
    public Span<float> Next()
    {
        long needed = (Rows + 1L) * Width;
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"Column '{Column}' has more than {Rows} rows of {Width} numbers, which is more than one matrix can hold. Take fewer rows, for example with Data.TakeRows.");
        }

        if (needed > _values.Length)
        {
            Array.Resize(ref _values, (int)Math.Min(Math.Max(needed, 2L * _values.Length), Array.MaxLength / Width * Width));
        }

        return _values.AsSpan(Rows++ * Width, Width);
    }

    /// <summary>The matrix as scores take it.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public Representation ToRepresentation()
    {
        try
        {
            return new Representation(Memory, Rows, Width);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Column '{Column}': {exception.Message}", exception);
        }
    }
}
