using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Collects a label column, row by row, into the targets of training.</summary>
internal sealed class LabelReader
{
    // As many as the widest layer may have units.
    private const ulong MostClasses = 65_536;

    private readonly string _name;
    private readonly LabelForm _form;
    private readonly int _width, _classes;
    private readonly FloatRows _values;
    private readonly List<int> _codes = [];
    private readonly Action _read;

    /// <summary>Binds the label column of a cursor.</summary>
    public LabelReader(DataViewRow row, DataViewSchema.Column column, LabelForm form, long? expectedRows)
    {
        (_name, _form) = (column.Name, form);
        _width = column.Type is VectorDataViewType vector ? vector.Size : 1;
        _classes = column.Type is KeyDataViewType key ? Classes(column.Name, key.Count) : 0;
        _values = new FloatRows(column.Name, _width, form.Kind == TargetKind.Classes ? 0 : expectedRows);
        _read = form.Kind == TargetKind.Classes ? ReadKey(row, column) : ReadValues(row, column);
    }

    /// <summary>Takes the label of the cursor's row.</summary>
    public void Read() => _read();

    /// <summary>The targets of the rows read.</summary>
    /// <exception cref="ArgumentException">The labels cannot be learned from: one class only, or values that are not 0 and 1.</exception>
    public TrainingTargets ToTargets()
    {
        try
        {
            return _form.Kind switch
            {
                TargetKind.Classes => TrainingTargets.Classes(_codes.ToArray(), Math.Max(2, _classes)),
                TargetKind.Binary => TrainingTargets.Binary(_values.Memory, _width),
                _ => TrainingTargets.Real(_values.Memory, _width),
            };
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Label column '{_name}': {exception.Message}", exception);
        }
    }

    private static int Classes(string name, ulong count) => count <= MostClasses
        ? (int)count
        : throw new ArgumentException(
            $"Label column '{name}': its key may have {count} values, too many for an output each (at most {MostClasses}). "
            + "Make a key of the values that occur with Conversion.MapValueToKey.");

    private Action ReadKey(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<uint> getter = row.GetGetter<uint>(column);
        uint value = 0;
        return () =>
        {
            getter(ref value);
            _codes.Add(value > 0
                ? (int)value - 1
                : throw new ArgumentException($"Label column '{_name}': row {row.Position} has a missing label. Drop it, for example with Data.FilterRowsByMissingValues."));
        };
    }

    private Action ReadValues(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType { ItemType: BooleanDataViewType })
        {
            ValueGetter<VBuffer<bool>> getter = row.GetGetter<VBuffer<bool>>(column);
            VBuffer<bool> flags = default;
            return () =>
            {
                getter(ref flags);
                Span<float> target = _values.Next();
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = flags.GetItemOrDefault(i) ? 1 : 0;
                }
            };
        }

        if (column.Type is BooleanDataViewType)
        {
            ValueGetter<bool> getter = row.GetGetter<bool>(column);
            bool flag = false;
            return () =>
            {
                getter(ref flag);
                _values.Next()[0] = flag ? 1 : 0;
            };
        }

        Action<Span<float>> read = FloatColumn.Reader(row, column.Index);
        return () => read(_values.Next());
    }
}
