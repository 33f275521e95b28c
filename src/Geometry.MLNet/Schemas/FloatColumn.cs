using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A column of single-precision numbers: a vector of known size, or a scalar, which counts as a vector of size one.</summary>
internal static class FloatColumn
{
    /// <summary>The number of elements of the column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or of another type.</exception>
    public static int Width(DataViewSchema schema, string role, string name, string parameter)
    {
        DataViewSchema.Column column = schema.GetColumnOrNull(name)
            ?? throw ColumnErrors.Missing(role, name, schema.Select(c => c.Name), parameter);
        return column.Type switch
        {
            VectorDataViewType { IsKnownSize: true } vector when vector.ItemType == NumberDataViewType.Single => vector.Size,
            NumberDataViewType number when number == NumberDataViewType.Single => 1,
            var other => throw Mismatch(role, name, other, parameter),
        };
    }

    /// <summary>Checks the promise of a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or of another type.</exception>
    public static void Check(SchemaShape input, string role, string name)
    {
        SchemaShape.Column column = SchemaPromise.Require(input, role, name);
        if (!Accepts(column))
        {
            throw Mismatch(role, name, $"{column.Kind} {column.ItemType}", "inputSchema");
        }
    }

    /// <summary>Whether a promised column is one of numbers.</summary>
    public static bool Accepts(SchemaShape.Column column) => column.ItemType == NumberDataViewType.Single && !column.IsKey
        && column.Kind is SchemaShape.Column.VectorKind.Vector or SchemaShape.Column.VectorKind.Scalar;

    /// <summary>Whether a column is one of numbers.</summary>
    public static bool Accepts(DataViewType type) => type == NumberDataViewType.Single
        || (type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single);

    /// <summary>A function that copies the column's value in the current row to a span of its width.</summary>
    public static Action<Span<float>> Reader(DataViewRow row, int index)
    {
        DataViewSchema.Column column = row.Schema[index];
        if (column.Type is not VectorDataViewType vector)
        {
            ValueGetter<float> scalar = row.GetGetter<float>(column);
            return target => scalar(ref target[0]);
        }

        int width = vector.Size;
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(column);
        VBuffer<float> value = default;
        return target =>
        {
            getter(ref value);
            if (value.Length != width)
            {
                throw new InvalidOperationException(
                    $"Column '{column.Name}' promises vectors of {width} numbers, but row {row.Position} has {value.Length}.");
            }

            value.CopyTo(target);
        };
    }

    private static ArgumentOutOfRangeException Mismatch(string role, string name, object got, string parameter) =>
        ColumnErrors.Mismatch(
            role, name, "Vector<Single>", got, "Make one with Concatenate, after ConvertType to Single where the numbers are of another type.", parameter);
}
