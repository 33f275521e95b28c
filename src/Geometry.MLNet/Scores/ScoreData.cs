using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>What scores need of a view, read in one pass.</summary>
internal sealed class ScoreData
{
    private readonly LevelColumn[] _conditions;
    private readonly IReadOnlyList<FloatRows> _numbers;
    private readonly int _rows;

    private ScoreData(int rows, LevelColumn[] conditions, ScoreTarget? target, IReadOnlyList<FloatRows> numbers) =>
        (_rows, _conditions, Target, _numbers) = (rows, conditions, target, numbers);

    /// <summary>Gets the target, where it is named and was read.</summary>
    public ScoreTarget? Target { get; }

    /// <summary>Gets the names of the columns of numbers that were read.</summary>
    public IEnumerable<string> Columns => _numbers.Select(column => column.Column);

    /// <summary>The numbers of a column that was read.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public Representation Numbers(string column) => _numbers.Single(numbers => numbers.Column == column).ToRepresentation();

    /// <summary>The same with the numbers of some of its columns only.</summary>
    public ScoreData Only(IEnumerable<string> columns) => new(_rows, _conditions, Target, [.. _numbers.IntersectBy(columns, numbers => numbers.Column)]);

    /// <summary>What the score is computed from, under the conditions that fitting learned.</summary>
    /// <exception cref="ArgumentException">There is a condition that was not learned, or a number is not finite.</exception>
    public ScoreInput ToInput(ScorePlan plan, ScoreColumns columns)
    {
        ConditionLabels conditions = plan.Relabel(Conditions(), columns);
        return new ScoreInput(Numbers(columns.Embedding), [.. columns.Compared.Select(Numbers)], Target?.Matrix(), conditions, plan.Targets.Restrict(conditions));
    }

    /// <summary>Reads what a score needs.</summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="withTarget">Whether the target is read.</param>
    /// <param name="withNumbers">Whether the embedding and what it is compared with are read.</param>
    /// <param name="requireNumbers">Whether they must be there.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A label is missing, or the view has no rows.</exception>
    public static ScoreData Read(IDataView view, ScoreColumns columns, bool withTarget, bool withNumbers, bool requireNumbers = true)
    {
        if (requireNumbers)
        {
            FloatColumn.Width(view.Schema, "embedding", columns.Embedding, nameof(view));
            foreach (string name in columns.Compared)
            {
                FloatColumn.Width(view.Schema, "input", name, nameof(view));
            }
        }

        return Read(view, columns, withTarget, new NumberColumns(view, withNumbers ? columns.Numbers : [], [], 0));
    }

    /// <summary>Reads what a score needs, and columns of numbers that other scores need besides.</summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="withTarget">Whether the target is read.</param>
    /// <param name="numbers">The columns of numbers, still empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A label is missing, or the view has no rows.</exception>
    public static ScoreData Read(IDataView view, ScoreColumns columns, bool withTarget, NumberColumns numbers)
    {
        DataViewSchema schema = view.Schema;
        DataViewSchema.Column[] labels = [.. columns.Conditions.Select(name => LevelColumn.Require(schema, "condition", name, nameof(view)))];
        DataViewSchema.Column? divided = withTarget && columns.Target is { } targetName ? ScoreTarget.Require(schema, targetName, nameof(view)) : null;
        using DataViewRowCursor cursor = view.GetRowCursor(
            [.. labels, .. divided is { } column ? [column] : Array.Empty<DataViewSchema.Column>(), .. numbers.Names.Select(name => schema[name])]);
        LevelColumn[] conditions = Array.ConvertAll(labels, label => LevelColumn.Bind(cursor, label, "condition"));
        ScoreTarget? target = divided is null ? null : new ScoreTarget(cursor, divided.Value, view.GetRowCount());
        numbers.Bind(cursor);
        long row = 0;
        for (; cursor.MoveNext(); row++)
        {
            foreach (LevelColumn condition in conditions)
            {
                condition.Read("condition", row);
            }

            target?.Read(row);
            numbers.ReadRow();
        }

        return row > 0
            ? new ScoreData(checked((int)row), conditions, target, numbers.Columns)
            : throw new ArgumentException($"The view has no rows, so column '{columns.Embedding}' cannot be scored.", nameof(view));
    }

    /// <summary>The condition of each row: one combination of the values of the condition columns; the same in all rows where there are none.</summary>
    public ConditionLabels Conditions()
    {
        if (_conditions.Length == 0)
        {
            return new ConditionLabels(new int[_rows], ["all rows"]);
        }

        (string Name, ConditionLabels Labels)[] variables = [.. _conditions.Select(column =>
        {
            (IReadOnlyList<string> names, int[] codes) = column.Levels();
            return (column.Name, new ConditionLabels(codes, names));
        })];
        return variables.Length == 1 ? variables[0].Labels : ConditionLabels.Combine(variables);
    }
}
