namespace Microsoft.ML.Data;

public sealed partial class SchemaDefinition : List<SchemaDefinition.Column>
{
    private SchemaDefinition()
    {
    }

    [Flags]
    public enum Direction
    {
        Read = 1,
        Write = 2,
        Both = Read | Write,
    }

    public Column this[string columnName]
    {
        get => Find(c => c.ColumnName == columnName) ?? throw Check.ExceptParam(nameof(columnName), $"Column '{columnName}' not found");
        set
        {
            Check.Value(value, nameof(value));
            Check.Param(value.ColumnName == columnName, nameof(columnName), "The column name must be that of the column");
            int at = FindIndex(c => c.ColumnName == columnName);
            if (at < 0)
                Add(value);
            else
                base[at] = value;
        }
    }

    public static SchemaDefinition Create(Type userType, Direction direction = Direction.Both)
    {
        Check.Value(userType, nameof(userType));
        var result = new SchemaDefinition();
        var names = new HashSet<string>();
        foreach (var member in UserMember.Of(userType, direction))
        {
            string name = member.Info.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Info.Name;
            Check.Param(names.Add(name), nameof(userType), $"Duplicate column name '{name}' detected, this is disallowed");
            result.Add(new Column(member.Info.Name, MemberTypes.ColumnTypeOf(member), name));
        }
        return result;
    }

    /// <summary>The definition of a user type's members with the types and annotations that a schema has under their names.</summary>
    internal static SchemaDefinition Create(Type userType, Direction direction, DataViewSchema schema)
    {
        Check.Value(schema, nameof(schema));
        var result = Create(userType, direction);
        foreach (var column in result)
        {
            if (schema.GetColumnOrNull(column.ColumnName) is not { } known)
                continue;
            column.ColumnType = known.Type;
            column.Copy(known.Annotations);
        }
        return result;
    }

    public sealed class Column
    {
        private readonly DataViewSchema.Annotations.Builder _annotations = new();

        internal Column(string memberName, DataViewType columnType, string columnName)
        {
            MemberName = memberName;
            ColumnName = columnName;
            ColumnType = columnType;
        }

        public string MemberName { get; }

        public string ColumnName { get; set; }

        public DataViewType ColumnType { get; set; }

        public DataViewSchema.Annotations Annotations => _annotations.ToAnnotations();

        public void AddAnnotation<T>(string kind, T value, DataViewType annotationType)
        {
            Check.NonEmpty(kind, nameof(kind));
            Check.Value(annotationType, nameof(annotationType));
            Check.Param(!Annotations.Has(kind), nameof(kind), $"Column already contains an annotation of type {kind}");
            if (MemberTypes.RawGetter(value, annotationType) is not { } getter)
                throw Check.ExceptParam(nameof(annotationType), $"A value of {typeof(T)} is not one of type {annotationType}");
            _annotations.Add(kind, annotationType, getter);
        }

        internal void Copy(DataViewSchema.Annotations annotations) => _annotations.Add(annotations, _ => true);
    }
}
