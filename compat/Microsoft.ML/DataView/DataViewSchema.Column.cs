using System.Diagnostics.CodeAnalysis;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    [SuppressMessage("Design", "CA1815", Justification = "The package defines no equality.")]
    public readonly struct Column
    {
        internal Column(string name, int index, bool isHidden, DataViewType type, Annotations annotations)
        {
            Name = name;
            Index = index;
            IsHidden = isHidden;
            Type = type;
            Annotations = annotations;
        }

        public string Name { get; }

        public int Index { get; }

        public bool IsHidden { get; }

        public DataViewType Type { get; }

        public Annotations Annotations { get; }

        public override string ToString()
        {
            string kinds = Annotations is null || Annotations.Schema.Count == 0
                ? ""
                : $" {{{string.Join(", ", Annotations.Schema.Select(a => a.Name))}}}";
            return $"{Name}: {Type}{kinds}{(IsHidden ? " {hidden}" : "")}";
        }
    }

    public struct DetachedColumn
    {
        public DetachedColumn(string name, DataViewType type, Annotations annotations = null)
        {
            Check.NonEmpty(name, nameof(name));
            Check.Value(type, nameof(type));
            Name = name;
            Type = type;
            Annotations = annotations ?? Annotations.Empty;
        }

        public DetachedColumn(Column column)
        {
            Name = column.Name;
            Type = column.Type;
            Annotations = column.Annotations;
        }

        public string Name { get; }

        public DataViewType Type { get; }

        public Annotations Annotations { get; }
    }

    public sealed class Builder
    {
        private readonly List<DetachedColumn> _columns = [];

        public Builder()
        {
        }

        public void AddColumn(string name, DataViewType type, Annotations annotations = null) =>
            _columns.Add(new DetachedColumn(name, type, annotations));

        public void AddColumns(IEnumerable<DetachedColumn> source)
        {
            Check.Value(source, nameof(source));
            _columns.AddRange(source);
        }

        public void AddColumns(IEnumerable<Column> source)
        {
            Check.Value(source, nameof(source));
            foreach (var column in source)
                _columns.Add(new DetachedColumn(column));
        }

        public DataViewSchema ToSchema() => new(_columns);
    }
}
