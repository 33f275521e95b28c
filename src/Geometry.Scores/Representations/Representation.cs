using System.Globalization;

namespace Geometry.Scores;

/// <summary>The responses of <see cref="Width"/> units to <see cref="Rows"/> stimuli: a dense matrix, one stimulus a row.</summary>
public sealed class Representation
{
    private readonly ReadOnlyMemory<float> _values;

    /// <summary>Wraps a matrix. The memory is not copied; it must not be changed afterwards.</summary>
    /// <param name="values">The responses, row by row (row-major), <paramref name="rows"/> times <paramref name="width"/> finite numbers.</param>
    /// <param name="rows">Number of stimuli, at least 1.</param>
    /// <param name="width">Number of units, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="width"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The length does not fit, or a value is NaN or infinite (the message names its row and column).</exception>
    public Representation(ReadOnlyMemory<float> values, int rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length != (long)rows * width)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {width} units need {(long)rows * width} values, but {values.Length} were given."),
                nameof(values));
        }

        var bad = IndexOfNonFinite(values.Span);
        if (bad >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The value in row {bad / width}, column {bad % width} (both counted from 0) is {values.Span[bad]}. Scores need finite numbers: remove such rows or replace missing values first."),
                nameof(values));
        }

        _values = values;
        Rows = rows;
        Width = width;
    }

    /// <summary>Gets the number of stimuli.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of units.</summary>
    public int Width { get; }

    /// <summary>Gets all responses, row by row.</summary>
    public ReadOnlySpan<float> Values => _values.Span;

    /// <summary>Gets the responses to one stimulus.</summary>
    /// <param name="index">The row, from 0.</param>
    /// <returns>A span of <see cref="Width"/> numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Rows);
        return _values.Span.Slice(index * Width, Width);
    }

    /// <summary>Makes the matrix with one column a class that is 1 in the rows of that class and 0 elsewhere (a multi-output target).</summary>
    /// <param name="classes">The class of each row; classes without rows give a column of zeros.</param>
    /// <returns>A representation with as many rows as <paramref name="classes"/> and one column a class.</returns>
    public static Representation OneHot(ConditionLabels classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var values = new float[classes.Rows * classes.Count];
        for (var row = 0; row < classes.Rows; row++)
        {
            values[row * classes.Count + classes.Codes[row]] = 1;
        }

        return new Representation(values, classes.Rows, classes.Count);
    }

    /// <summary>Makes the matrix with one column a dichotomy that is +1 on its positive side and -1 on the other (a multi-output target).</summary>
    /// <param name="dichotomies">At least one dichotomy of the conditions.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <returns>A representation with as many rows as <paramref name="conditions"/> and one column a dichotomy.</returns>
    /// <exception cref="ArgumentException">There is no dichotomy, or one is of another number of conditions.</exception>
    public static Representation Signs(IReadOnlyList<Dichotomy> dichotomies, ConditionLabels conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        Dichotomy.CheckFit(dichotomies, conditions);
        var values = new float[conditions.Rows * dichotomies.Count];
        for (var row = 0; row < conditions.Rows; row++)
        {
            for (var target = 0; target < dichotomies.Count; target++)
            {
                values[row * dichotomies.Count + target] = dichotomies[target].IsPositive(conditions.Codes[row]) ? 1 : -1;
            }
        }

        return new Representation(values, conditions.Rows, dichotomies.Count);
    }

    private static int IndexOfNonFinite(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
