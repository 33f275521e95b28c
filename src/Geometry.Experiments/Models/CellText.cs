using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>A column of a view as cells of a table: numbers as texts that read back to the same, keys as the names of their values.</summary>
internal sealed class CellText
{
    private readonly Func<DataViewRow, Func<IEnumerable<string>>> _bind;

    private CellText(DataViewSchema.Column column, Func<DataViewRow, Func<IEnumerable<string>>> bind)
    {
        (Column, _bind) = (column, bind);
        Names = column.Type is VectorDataViewType vector ? [.. Slots(column, vector.Size).Select(slot => $"{column.Name}.{slot}")] : [column.Name];
    }

    /// <summary>Gets the column.</summary>
    public DataViewSchema.Column Column { get; }

    /// <summary>Gets the names of the cells: of a vector one a slot.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The column; null where it is of a type that cells cannot hold, or a vector of unknown size.</summary>
    public static CellText? Of(DataViewSchema.Column column)
    {
        bool isVector = column.Type is VectorDataViewType;
        DataViewType item = column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
        return (isVector && !((VectorDataViewType)column.Type).IsKnownSize) || (item is KeyDataViewType && item.RawType != typeof(uint)) ? null : item switch
        {
            _ when item == NumberDataViewType.Single => Make<float>(column, value => value.ToString("R", CultureInfo.InvariantCulture)),
            _ when item == NumberDataViewType.Double => Make<double>(column, value => value.ToString("R", CultureInfo.InvariantCulture)),
            _ when item == NumberDataViewType.Int32 => Make<int>(column, value => value.ToString(CultureInfo.InvariantCulture)),
            _ when item == NumberDataViewType.Int64 => Make<long>(column, value => value.ToString(CultureInfo.InvariantCulture)),
            _ when item == BooleanDataViewType.Instance => Make<bool>(column, value => value ? "true" : "false"),
            TextDataViewType => Make<ReadOnlyMemory<char>>(column, value => value.ToString()),
            KeyDataViewType => Make(column, KeyName(column)),
            _ => null,
        };
    }

    /// <summary>What reads the cells of the current row.</summary>
    public Func<IEnumerable<string>> Bind(DataViewRow row) => _bind(row);

    private static CellText Make<T>(DataViewSchema.Column column, Func<T, string> text) => new(column, row =>
    {
        if (column.Type is VectorDataViewType)
        {
            ValueGetter<VBuffer<T>> read = row.GetGetter<VBuffer<T>>(column);
            VBuffer<T> values = default;
            return () =>
            {
                read(ref values);
                return values.DenseValues().Select(text);
            };
        }

        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return [text(value)];
        };
    });

    // A missing key is an empty cell.
    private static Func<uint, string> KeyName(DataViewSchema.Column column)
    {
        if (!column.HasKeyValues(TextDataViewType.Instance))
        {
            return key => key == 0 ? "" : key.ToString(CultureInfo.InvariantCulture);
        }

        VBuffer<ReadOnlyMemory<char>> texts = default;
        column.GetKeyValues(ref texts);
        string[] names = [.. texts.DenseValues().Select(text => text.ToString())];
        return key => key == 0 ? "" : names[key - 1];
    }

    private static IEnumerable<string> Slots(DataViewSchema.Column column, int size)
    {
        if (column.HasSlotNames())
        {
            VBuffer<ReadOnlyMemory<char>> texts = default;
            column.GetSlotNames(ref texts);
            string[] names = [.. texts.DenseValues().Select(text => text.ToString())];
            if (names.Distinct().Count() == size && !names.Contains(""))
            {
                return names;
            }
        }

        return Enumerable.Range(0, size).Select(slot => slot.ToString(CultureInfo.InvariantCulture));
    }
}
