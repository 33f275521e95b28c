using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>What a label column asks of a network.</summary>
/// <param name="Kind">Binary, classes or real numbers.</param>
/// <param name="IsVector">Whether the label is a vector.</param>
internal sealed record LabelForm(TargetKind Kind, bool IsVector)
{
    private const string Expected = "Boolean, Key<UInt32>, Single, Vector<Boolean> or Vector<Single>";
    private const string Remedy =
        "Make a Boolean label with ConvertType for two classes, a key with MapValueToKey for several, Single for real numbers (with the squared error).";

    /// <summary>The form of a promised column.</summary>
    public static LabelForm Of(SchemaShape inputSchema, string name, MlpLoss? loss)
    {
        SchemaShape.Column column = SchemaPromise.Require(inputSchema, "label", name);
        return column.Kind != SchemaShape.Column.VectorKind.VariableVector
            && Of(column.ItemType, column.IsKey, column.Kind == SchemaShape.Column.VectorKind.Vector, loss) is { } form
            ? form
            : throw ColumnErrors.Mismatch("label", name, Expected, $"{column.Kind} {column.ItemType}", Remedy, nameof(inputSchema));
    }

    /// <summary>The form of a column.</summary>
    public static LabelForm Of(DataViewSchema schema, string name, MlpLoss? loss)
    {
        DataViewSchema.Column column = schema.GetColumnOrNull(name)
            ?? throw ColumnErrors.Missing("label", name, schema.Select(c => c.Name), "input");
        DataViewType item = column.Type is VectorDataViewType { IsKnownSize: true } vector ? vector.ItemType : column.Type;
        return Of(item, item is KeyDataViewType, !ReferenceEquals(item, column.Type), loss)
            ?? throw ColumnErrors.Mismatch("label", name, Expected, column.Type, Remedy, "input");
    }

    private static LabelForm? Of(DataViewType item, bool isKey, bool isVector, MlpLoss? loss)
    {
        if (isKey)
        {
            return isVector || item.RawType != typeof(uint) ? null : new LabelForm(TargetKind.Classes, false);
        }

        if (item == BooleanDataViewType.Instance)
        {
            return new LabelForm(TargetKind.Binary, isVector);
        }

        return item == NumberDataViewType.Single
            ? new LabelForm(loss == MlpLoss.MeanSquaredError ? TargetKind.Real : TargetKind.Binary, isVector)
            : null;
    }
}
