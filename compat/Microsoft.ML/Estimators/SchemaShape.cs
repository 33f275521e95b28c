namespace Microsoft.ML;

public sealed class SchemaShape : IReadOnlyList<SchemaShape.Column>
{
    private static readonly SchemaShape None = new([]);

    private readonly Column[] _columns;

    public SchemaShape(IEnumerable<Column> columns)
    {
        Check.Value(columns, nameof(columns));
        _columns = [.. columns];
    }

    public int Count => _columns.Length;

    public Column this[int index] => _columns[index];

    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The shape of a schema's visible columns, with the shapes of their annotations.</summary>
    internal static SchemaShape Create(DataViewSchema schema)
    {
        Check.Value(schema, nameof(schema));
        return new SchemaShape(schema.Where(c => !c.IsHidden).Select(Column.Of));
    }

    internal bool TryFindColumn(string name, out Column column)
    {
        Check.Value(name, nameof(name));
        foreach (var candidate in _columns)
        {
            if (candidate.Name == name)
            {
                column = candidate;
                return true;
            }
        }
        column = default;
        return false;
    }

    /// <summary>The shape with columns put in place of those of the same name, or after the others.</summary>
    internal SchemaShape With(params IEnumerable<Column> columns)
    {
        var all = new List<Column>(_columns);
        foreach (var column in columns)
        {
            int at = all.FindIndex(c => c.Name == column.Name);
            if (at < 0)
                all.Add(column);
            else
                all[at] = column;
        }
        return new SchemaShape(all);
    }

    public readonly struct Column
    {
        public readonly string Name;
        public readonly VectorKind Kind;
        public readonly DataViewType ItemType;
        public readonly bool IsKey;
        public readonly SchemaShape Annotations;

        /// <param name="itemType">Type of a value; of a key its representation, so that the cardinality stays open.</param>
        internal Column(string name, VectorKind kind, DataViewType itemType, bool isKey, SchemaShape annotations = null)
        {
            Check.NonEmpty(name, nameof(name));
            Check.Value(itemType, nameof(itemType));
            Name = name;
            Kind = kind;
            ItemType = itemType;
            IsKey = isKey;
            Annotations = annotations ?? None;
        }

        public enum VectorKind
        {
            Scalar,
            Vector,
            VariableVector,
        }

        internal static Column Of(DataViewSchema.Column column) => Of(column.Name, column.Type, column.Annotations);

        internal static Column Of(string name, DataViewType type, DataViewSchema.Annotations annotations = null)
        {
            var kind = type is not VectorDataViewType vector ? VectorKind.Scalar : vector.IsKnownSize ? VectorKind.Vector : VectorKind.VariableVector;
            var item = type.ItemTypeOrSelf();
            bool isKey = item is KeyDataViewType;
            var shapes = annotations is null || annotations.Schema.Count == 0 ? null : new SchemaShape(annotations.Schema.Select(Of));
            return new Column(name, kind, isKey ? TypeQueries.StandardTypeOf(item.RawType) : item, isKey, shapes);
        }

        internal Column Renamed(string name) => new(name, Kind, ItemType, IsKey, Annotations);

        internal bool HasAnnotation(string kind) => Annotations.TryFindColumn(kind, out _);

        /// <summary>Whether a column of shape <paramref name="source"/> can stand where this shape is wanted.</summary>
        internal bool IsCompatibleWith(Column source) =>
            source.Kind == Kind
            && source.ItemType.Equals(ItemType)
            && source.IsKey == IsKey
            && Annotations.All(wanted => source.Annotations.TryFindColumn(wanted.Name, out var found) && wanted.IsCompatibleWith(found));

        internal string GetTypeString()
        {
            string item = IsKey ? $"Key<{ItemType}>" : ItemType.ToString();
            return Kind switch
            {
                VectorKind.Vector => $"Vector<{item}>",
                VectorKind.VariableVector => $"VarVector<{item}>",
                _ => item,
            };
        }
    }
}
