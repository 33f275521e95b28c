namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    public sealed class Annotations
    {
        private readonly Delegate[] _getters;

        private Annotations(DataViewSchema schema, Delegate[] getters)
        {
            Schema = schema;
            _getters = getters;
        }

        public static Annotations Empty { get; } = new(new DataViewSchema([]), []);

        public DataViewSchema Schema { get; }

        public ValueGetter<TValue> GetGetter<TValue>(Column column)
        {
            if ((uint)column.Index >= (uint)_getters.Length)
                throw Check.ExceptParam(nameof(column), "Column index is out of range");
            return Rows.GetterCast.To<TValue>(_getters[column.Index], Schema[column.Index]);
        }

        public void GetValue<TValue>(string kind, ref TValue value)
        {
            Check.Value(kind, nameof(kind));
            var column = Schema.GetColumnOrNull(kind) ?? throw Check.Except("Invalid call to GetValue");
            GetGetter<TValue>(column)(ref value);
        }

        public override string ToString() => string.Join(", ", Schema.Select(c => c.Name));

        internal Delegate GetterAt(int index) => _getters[index];

        internal bool Has(string kind) => Schema.GetColumnOrNull(kind) is not null;

        public sealed class Builder
        {
            private readonly List<(DetachedColumn Column, Delegate Getter)> _items = [];

            public Builder()
            {
            }

            public void Add(Annotations annotations, Func<string, bool> selector)
            {
                Check.Value(selector, nameof(selector));
                if (annotations is null)
                    return;
                foreach (var column in annotations.Schema)
                {
                    if (selector(column.Name))
                        _items.Add((new DetachedColumn(column), annotations._getters[column.Index]));
                }
            }

            public void Add<TValue>(string name, DataViewType type, ValueGetter<TValue> getter, Annotations annotations = null)
            {
                Check.NonEmpty(name, nameof(name));
                Check.Value(type, nameof(type));
                Check.Value(getter, nameof(getter));
                Check.Param(type.RawType == typeof(TValue), nameof(getter), $"{nameof(getter)} has type {typeof(TValue)} and the column type {type} needs {type.RawType}");
                _items.Add((new DetachedColumn(name, type, annotations), getter));
            }

            public void Add(string name, DataViewType type, Delegate getter, Annotations annotations = null)
            {
                Check.NonEmpty(name, nameof(name));
                Check.Value(type, nameof(type));
                Check.Value(getter, nameof(getter));
                Check.Param(getter.GetType() == typeof(ValueGetter<>).MakeGenericType(type.RawType), nameof(getter), $"{nameof(getter)} of type {getter.GetType()} does not yield {type.RawType}");
                _items.Add((new DetachedColumn(name, type, annotations), getter));
            }

            public void AddPrimitiveValue<TValue>(string name, PrimitiveDataViewType type, TValue value, Annotations annotations = null)
            {
                Check.NonEmpty(name, nameof(name));
                Check.Value(type, nameof(type));
                Check.Param(type.RawType == typeof(TValue), nameof(type), $"Type {type} holds {type.RawType}, not {typeof(TValue)}");
                Add(name, type, (ref TValue dst) => dst = value, annotations);
            }

            public Annotations ToAnnotations()
            {
                // Kinds are looked up by name and only the last of one name counts, so earlier ones are dropped.
                var last = new Dictionary<string, int>();
                for (int i = 0; i < _items.Count; i++)
                    last[_items[i].Column.Name] = i;
                var kept = _items.Where((item, i) => last[item.Column.Name] == i).ToArray();
                return kept.Length == 0
                    ? Empty
                    : new Annotations(new DataViewSchema(kept.Select(k => k.Column).ToArray()), kept.Select(k => k.Getter).ToArray());
            }
        }
    }
}
