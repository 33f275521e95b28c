namespace Microsoft.ML.Transforms;

/// <summary>Columns of real numbers or vectors of them, which normalizers and replacers read.</summary>
internal static class RealColumn
{
    public static void Check(DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType { IsKnownSize: false } || !IsReal(column.Type.ItemTypeOrSelf())) throw WrongType(column.Type.ToString());
    }

    public static void Check(SchemaShape.Column column)
    {
        if (column.IsKey || !IsReal(column.ItemType) || column.Kind == SchemaShape.Column.VectorKind.VariableVector) throw WrongType(column.GetTypeString());
    }

    /// <summary>Reads the first rows of a view, all columns in one pass.</summary>
    public static SlotStatistics[] Statistics(IDataView data, DataViewSchema.Column[] columns, long maximumRows, bool logarithms = false)
    {
        var statistics = columns.Select(column => new SlotStatistics(column.Type.ValueCount(), logarithms)).ToArray();
        using var cursor = data.GetRowCursor(columns);
        var readers = columns.Select((column, i) => Reader(cursor, column, statistics[i])).ToArray();
        for (long row = 0; row < maximumRows && cursor.MoveNext(); row++)
            foreach (var read in readers) read();
        return statistics;
    }

    private static bool IsReal(DataViewType type) => type is NumberDataViewType { RawType: var raw } && (raw == typeof(float) || raw == typeof(double));

    private static ArgumentOutOfRangeException WrongType(string type) => Runtime.Check.ExceptParam("srcType",
        $"Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: {type}.");

    private static Action Reader(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
    {
        bool isDouble = column.Type.ItemTypeOrSelf().RawType == typeof(double);
        if (column.Type is VectorDataViewType) return isDouble ? VectorReader<double>(row, column, statistics) : VectorReader<float>(row, column, statistics);
        return isDouble ? ScalarReader<double>(row, column, statistics) : ScalarReader<float>(row, column, statistics);
    }

    private static Action ScalarReader<T>(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
        where T : struct, IConvertible
    {
        var getter = row.GetGetter<T>(column);
        var value = default(T);
        return () =>
        {
            getter(ref value);
            statistics.Add(0, value.ToDouble(CultureInfo.InvariantCulture));
        };
    }

    private static Action VectorReader<T>(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
        where T : struct, System.Numerics.INumberBase<T>
    {
        var getter = row.GetGetter<VBuffer<T>>(column);
        var value = default(VBuffer<T>);
        return () =>
        {
            getter(ref value);
            Runtime.Check.That(value.Length == statistics.Slots, $"A vector of size {value.Length} in column '{column.Name}', whose vectors have size {statistics.Slots}");
            ReadOnlySpan<T> values = value.GetValues();
            ReadOnlySpan<int> indices = value.GetIndices();
            for (int slot = 0, next = 0; slot < value.Length; slot++)
            {
                bool given = value.IsDense || (next < indices.Length && indices[next] == slot);
                statistics.Add(slot, given ? double.CreateChecked(values[next++]) : 0);
            }
        };
    }
}
