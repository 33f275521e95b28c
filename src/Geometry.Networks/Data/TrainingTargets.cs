namespace Geometry.Networks;

/// <summary>What a network shall give for each row: binary columns, a class, or real numbers. Checked when made.</summary>
public sealed class TrainingTargets
{
    private TrainingTargets(TargetKind kind, int rows, int columns, ReadOnlyMemory<float> values, ReadOnlyMemory<int> classes)
    {
        Kind = kind;
        Rows = rows;
        Columns = columns;
        Values = values;
        ClassIndices = classes;
    }

    /// <summary>Gets what the targets are.</summary>
    public TargetKind Kind { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of outputs that a network needs: columns, or classes.</summary>
    public int Columns { get; }

    /// <summary>Gets the binary or real targets, row-major; empty for classes.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>Gets the class of each row; empty for binary and real targets.</summary>
    public ReadOnlyMemory<int> ClassIndices { get; }

    /// <summary>Makes binary targets.</summary>
    /// <param name="values">0 or 1, rows x columns, row-major.</param>
    /// <param name="columns">The number of columns; at least 1.</param>
    /// <returns>The targets.</returns>
    /// <exception cref="ArgumentException">A value is neither 0 nor 1, a column holds one value only, or the length does not fit.</exception>
    public static TrainingTargets Binary(ReadOnlyMemory<float> values, int columns = 1)
    {
        int rows = RowsOf(values, columns);
        ReadOnlySpan<float> span = values.Span;
        for (int i = 0; i < span.Length; i++)
        {
            if (span[i] is not (0 or 1))
            {
                throw new ArgumentException(
                    $"The binary target in row {i / columns}, column {i % columns} is {FormattableString.Invariant($"{span[i]}")}; it must be 0 or 1.");
            }
        }

        for (int column = 0; column < columns; column++)
        {
            int positive = 0;
            for (int i = column; i < span.Length; i += columns)
            {
                positive += (int)span[i];
            }

            if (positive == 0 || positive == rows)
            {
                throw new ArgumentException(
                    $"The binary target in column {column} is {(positive == 0 ? 0 : 1)} in all {rows} rows, so there is one class only and nothing "
                    + "to learn. Give rows of both classes.");
            }
        }

        return new TrainingTargets(TargetKind.Binary, rows, columns, values, default);
    }

    /// <summary>Makes classes.</summary>
    /// <param name="classes">The class of each row, from 0 to <paramref name="classCount"/> - 1.</param>
    /// <param name="classCount">The number of classes; at least 2.</param>
    /// <returns>The targets.</returns>
    /// <exception cref="ArgumentException">A class is out of range, or all rows are of one class.</exception>
    public static TrainingTargets Classes(ReadOnlyMemory<int> classes, int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        ReadOnlySpan<int> span = classes.Span;
        if (span.IsEmpty)
        {
            throw new ArgumentException("There are no rows to train on.");
        }

        for (int row = 0; row < span.Length; row++)
        {
            if (span[row] < 0 || span[row] >= classCount)
            {
                throw new ArgumentException($"The class of row {row} is {span[row]}; it must be from 0 to {classCount - 1}.");
            }
        }

        if (!span.ContainsAnyExcept(span[0]))
        {
            throw new ArgumentException(
                $"All {span.Length} rows are of class {span[0]}, so there is one class only and nothing to learn. Give rows of at least two classes.");
        }

        return new TrainingTargets(TargetKind.Classes, span.Length, classCount, default, classes);
    }

    /// <summary>Makes real targets.</summary>
    /// <param name="values">Finite numbers, rows x columns, row-major.</param>
    /// <param name="columns">The number of columns; at least 1.</param>
    /// <returns>The targets.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the length does not fit.</exception>
    public static TrainingTargets Real(ReadOnlyMemory<float> values, int columns = 1)
    {
        int rows = RowsOf(values, columns);
        FiniteValues.Require(values.Span, columns, "target");
        return new TrainingTargets(TargetKind.Real, rows, columns, values, default);
    }

    private static int RowsOf(ReadOnlyMemory<float> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no rows to train on.");
        }

        return values.Length % columns == 0
            ? values.Length / columns
            : throw new ArgumentException($"{values.Length} target values do not make rows of {columns} columns.");
    }
}
