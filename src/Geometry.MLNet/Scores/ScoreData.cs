using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>What a score needs of a view, read in one pass.</summary>
internal sealed class ScoreData
{
    private readonly LevelColumn[] _conditions;
    private readonly FloatRows? _embedding;
    private readonly FloatRows[] _compared;

    private readonly int _rows;

    private ScoreData(int rows, LevelColumn[] conditions, ScoreTarget? target, FloatRows? embedding, FloatRows[] compared) =>
        (_rows, _conditions, Target, _embedding, _compared) = (rows, conditions, target, embedding, compared);

    /// <summary>Gets the target, where it is named and was read.</summary>
    public ScoreTarget? Target { get; }

    /// <summary>Gets the responses, where they were read.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public Representation Embedding => _embedding!.ToRepresentation();

    /// <summary>What the score is computed from, under the conditions that fitting learned.</summary>
    /// <exception cref="ArgumentException">There is a condition that was not learned, or a number is not finite.</exception>
    public ScoreInput ToInput(ScorePlan plan, ScoreColumns columns)
    {
        ConditionLabels conditions = plan.Relabel(Conditions(), columns);
        return new ScoreInput(Embedding, [.. _compared.Select(column => column.ToRepresentation())], Target?.Matrix(), conditions, plan.Targets.Restrict(conditions));
    }

    /// <summary>Reads the columns.</summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="withTarget">Whether the target is read.</param>
    /// <param name="withNumbers">Whether the embedding and the input are read.</param>
    /// <param name="requireNumbers">Whether the columns of the embedding and the input must be there, whether or not they are read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A label is missing, or the view has no rows.</exception>
    public static ScoreData Read(IDataView view, ScoreColumns columns, bool withTarget, bool withNumbers, bool requireNumbers = true)
    {
        DataViewSchema schema = view.Schema;
        long? expected = view.GetRowCount();
        FloatRows? embedding = Numbers(columns.Embedding, "embedding");
        FloatRows[] compared = [.. columns.Compared.Select(name => Numbers(name, "input")).OfType<FloatRows>()];
        DataViewSchema.Column[] labels = [.. columns.Conditions.Select(name => LevelColumn.Require(schema, "condition", name, nameof(view)))];
        DataViewSchema.Column? divided = withTarget && columns.Target is { } targetName ? ScoreTarget.Require(schema, targetName, nameof(view)) : null;
        string[] numbers = withNumbers ? [columns.Embedding, .. columns.Compared] : [];
        using DataViewRowCursor cursor = view.GetRowCursor(
            [.. labels, .. divided is { } column ? [column] : Array.Empty<DataViewSchema.Column>(), .. numbers.Distinct().Select(name => schema[name])]);
        LevelColumn[] conditions = Array.ConvertAll(labels, label => LevelColumn.Bind(cursor, label, "condition"));
        ScoreTarget? target = divided is null ? null : new ScoreTarget(cursor, divided.Value, expected);
        Action? readNumbers = compared.Aggregate(Reader(cursor, embedding), (readers, column) => readers + Reader(cursor, column));
        long row = 0;
        for (; cursor.MoveNext(); row++)
        {
            foreach (LevelColumn condition in conditions)
            {
                condition.Read("condition", row);
            }

            target?.Read(row);
            readNumbers?.Invoke();
        }

        return row > 0
            ? new ScoreData(checked((int)row), conditions, target, embedding, compared)
            : throw new ArgumentException($"The view has no rows, so column '{columns.Embedding}' cannot be scored.", nameof(view));

        FloatRows? Numbers(string name, string role)
        {
            if (!requireNumbers)
            {
                return null;
            }

            int width = FloatColumn.Width(schema, role, name, nameof(view));
            return withNumbers ? new FloatRows(name, width, expected) : null;
        }
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

    private static Action? Reader(DataViewRow row, FloatRows? rows)
    {
        if (rows is null)
        {
            return null;
        }

        Action<Span<float>> read = FloatColumn.Reader(row, row.Schema[rows.Column].Index);
        return () => read(rows.Next());
    }
}
