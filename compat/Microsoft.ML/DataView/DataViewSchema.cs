namespace Microsoft.ML;

public sealed partial class DataViewSchema : IReadOnlyList<DataViewSchema.Column>
{
    private readonly Column[] _columns;
    private readonly Dictionary<string, int> _byName;

    internal DataViewSchema(IReadOnlyList<DetachedColumn> columns)
    {
        _byName = new Dictionary<string, int>(columns.Count);
        for (int i = 0; i < columns.Count; i++)
            _byName[columns[i].Name] = i;
        _columns = new Column[columns.Count];
        for (int i = 0; i < _columns.Length; i++)
        {
            var c = columns[i];
            _columns[i] = new Column(c.Name, i, _byName[c.Name] != i, c.Type, c.Annotations);
        }
    }

    public int Count => _columns.Length;

    public Column this[string name]
    {
        get
        {
            Check.NonEmpty(name, nameof(name));
            return _byName.TryGetValue(name, out int i) ? _columns[i] : throw Check.ExceptParam(nameof(name), $"Column '{name}' not found");
        }
    }

    public Column this[int columnIndex]
    {
        get
        {
            Check.Param((uint)columnIndex < (uint)_columns.Length, nameof(columnIndex), "Column index is out of range");
            return _columns[columnIndex];
        }
    }

    public Column? GetColumnOrNull(string name)
    {
        Check.Value(name, nameof(name));
        return _byName.TryGetValue(name, out int i) ? _columns[i] : null;
    }

    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{Count} columns: {string.Join(", ", _columns)}";
}
