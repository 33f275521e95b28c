using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Reads a target column and says how it divides the conditions.</summary>
internal sealed class ScoreTarget
{
    private const string Expected = "Boolean, Key, String, an integer type or Vector<Single>";
    private const string Remedy = "Make a key of it with Conversion.MapValueToKey, or numbers with Conversion.ConvertType to Single.";

    private readonly string _name;
    private readonly LevelColumn? _levels;
    private readonly FloatRows? _numbers;
    private readonly Action<long> _read;

    public ScoreTarget(DataViewRow row, DataViewSchema.Column column, long? expectedRows)
    {
        _name = column.Name;
        if (LevelColumn.Accepts(column.Type))
        {
            LevelColumn levels = LevelColumn.Bind(row, column, "target");
            _levels = levels;
            _read = position => levels.Read("target", position);
            return;
        }

        FloatRows numbers = new(column.Name, FloatColumn.Width(row.Schema, "target", column.Name, "schema"), expectedRows);
        Action<Span<float>> read = FloatColumn.Reader(row, column.Index);
        _numbers = numbers;
        _read = _ => read(numbers.Next());
    }

    /// <summary>Checks the promise of a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or cannot be a target.</exception>
    public static void Check(SchemaShape input, string name)
    {
        SchemaShape.Column column = SchemaPromise.Require(input, "target", name);
        if (!LevelColumn.Accepts(column) && !FloatColumn.Accepts(column))
        {
            throw ColumnErrors.Mismatch("target", name, Expected, $"{column.Kind} {column.ItemType}", Remedy, "inputSchema");
        }
    }

    /// <summary>Finds a column that can be a target.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or cannot be a target.</exception>
    public static DataViewSchema.Column Require(DataViewSchema schema, string name, string parameter)
    {
        DataViewSchema.Column column = schema.GetColumnOrNull(name)
            ?? throw ColumnErrors.Missing("target", name, schema.Select(c => c.Name), parameter);
        return LevelColumn.Accepts(column.Type) || FloatColumn.Accepts(column.Type)
            ? column
            : throw ColumnErrors.Mismatch("target", name, Expected, column.Type, Remedy, parameter);
    }

    /// <summary>Takes the target of the current row.</summary>
    public void Read(long row) => _read(row);

    /// <summary>Gets whether the target is numbers, which need not be two-valued to be aligned with.</summary>
    public bool IsNumbers => _numbers is not null;

    /// <summary>The dichotomies that the target draws: one for two classes or a column of two numbers, several for more.</summary>
    /// <exception cref="ArgumentException">The target changes within a condition, or a column has other than two values.</exception>
    public IReadOnlyList<Dichotomy> Dichotomies(ConditionLabels conditions)
    {
        if (_levels is not null)
        {
            return Dichotomy.FromClasses(_name, Classes(), conditions);
        }

        int width = _numbers!.Width;
        return [.. Enumerable.Range(0, width).Select(index =>
            Dichotomy.FromTarget(width == 1 ? _name : $"{_name}[{index}]", TwoValued(index), conditions))];
    }

    /// <summary>The classes of the target; of numbers two for each column of them.</summary>
    /// <exception cref="ArgumentException">The target changes within a condition, or a column of numbers has other than two values.</exception>
    public IReadOnlyList<TargetClasses> Classes(ConditionLabels conditions) => _levels is not null
        ? [TargetClasses.Of(_name, Classes(), conditions)]
        : [.. Dichotomies(conditions).Select(TargetClasses.Of)];

    /// <summary>The numbers as a matrix to align with.</summary>
    public Representation Matrix() => _numbers!.ToRepresentation();

    private ConditionLabels Classes()
    {
        (IReadOnlyList<string> names, int[] codes) = _levels!.Levels();
        return new ConditionLabels(codes, names);
    }

    private bool[] TwoValued(int index)
    {
        ReadOnlySpan<float> values = _numbers!.Memory.Span;
        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        for (int i = index; i < values.Length; i += _numbers.Width)
        {
            (low, high) = (Math.Min(low, values[i]), Math.Max(high, values[i]));
        }

        var positive = new bool[_numbers.Rows];
        for (int row = 0; row < positive.Length; row++)
        {
            float value = values[(row * _numbers.Width) + index];
            positive[row] = value == high && high > low;
            if (value != high && value != low)
            {
                throw new ArgumentException(
                    $"The target column '{_name}' has values other than two (row {row}, element {index}: {FormattableString.Invariant($"{value}")}), so it draws no dichotomy. "
                    + "Use a Boolean, key or two-valued target here; real targets serve alignment only.");
            }
        }

        return positive;
    }
}
