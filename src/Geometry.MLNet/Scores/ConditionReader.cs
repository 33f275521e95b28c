using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Says of each row which of the learned conditions it is of, and keeps nothing of the rows.</summary>
internal sealed class ConditionReader
{
    private readonly LevelColumn[] _columns;
    private readonly Func<string, int> _codeOf;
    private readonly Dictionary<(int Before, int Level), int>[] _combinations;
    private readonly List<int> _conditions = [];
    private readonly int[] _levels;

    /// <summary>Binds the condition columns.</summary>
    /// <param name="row">The row that a cursor moves.</param>
    /// <param name="columns">The names of the columns; there may be none, for a single condition.</param>
    /// <param name="codeOf">Gives the number of a condition by its name.</param>
    public ConditionReader(DataViewRow row, IReadOnlyList<string> columns, Func<string, int> codeOf)
    {
        _columns = [.. columns.Select(name => LevelColumn.Bind(row, row.Schema[name], "condition"))];
        _codeOf = codeOf;
        _combinations = [.. columns.Select(_ => new Dictionary<(int, int), int>())];
        _levels = new int[_columns.Length];
    }

    /// <summary>The number of the current row's condition.</summary>
    /// <exception cref="ArgumentException">A label is missing, or the condition was not learned.</exception>
    public int Read(long row)
    {
        int combination = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            _levels[i] = _columns[i].Code("condition", row);
            if (!_combinations[i].TryGetValue((combination, _levels[i]), out int next))
            {
                _combinations[i].Add((combination, _levels[i]), next = _combinations[i].Count);
                if (i == _columns.Length - 1)
                {
                    _conditions.Add(_codeOf(Name()));
                }
            }

            combination = next;
        }

        return _columns.Length == 0 ? 0 : _conditions[combination];
    }

    // As ConditionLabels.Combine names them.
    private string Name() => _columns.Length == 1
        ? _columns[0].NameOf(_levels[0])
        : string.Join(", ", _columns.Select((column, i) => $"{column.Name}={column.NameOf(_levels[i])}"));
}
