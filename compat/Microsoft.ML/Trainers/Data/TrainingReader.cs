using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>Reads the columns of a trainer into memory. Rows with a feature, label or weight that is not a number are left out.</summary>
internal static class TrainingReader
{
    public static TrainingRows Read(IDataView data, DataViewSchema.Column features, DataViewSchema.Column label, DataViewSchema.Column? weight, IChannel channel)
    {
        int width = features.Type.ValueCount();
        var rows = new TrainingRows(width);
        long skipped = 0;
        using var cursor = data.GetRowCursor(weight is { } w ? [features, label, w] : [features, label]);
        var getFeatures = cursor.GetGetter<VBuffer<float>>(features);
        var getLabel = LabelGetter(cursor, label);
        var getWeight = weight is { } column ? cursor.GetGetter<float>(column) : (ref float value) => value = 1;
        var vector = default(VBuffer<float>);
        float target = 0, importance = 1;
        while (cursor.MoveNext())
        {
            getFeatures(ref vector);
            getLabel(ref target);
            getWeight(ref importance);
            Check.That(vector.Length == width, $"A vector of size {vector.Length} in column '{features.Name}', whose vectors have size {width}");
            if (float.IsNaN(target) || !float.IsFinite(importance) || !TensorPrimitives.IsFiniteAll(vector.GetValues())) skipped++;
            else if (importance > 0) rows.Add(vector.GetValues(), vector.GetIndices(), target, importance);
        }

        if (skipped > 0)
            channel.Warning(MessageSensitivity.None, "Skipped {0} instances with missing features/label/weight during training", skipped);
        return rows;
    }

    // 1 and 0 for a boolean, the place of a key counted from 0, NaN for a missing key.
    private static ValueGetter<float> LabelGetter(DataViewRow row, DataViewSchema.Column label)
    {
        if (label.Type is BooleanDataViewType)
        {
            var getter = row.GetGetter<bool>(label);
            bool value = false;
            return (ref float destination) =>
            {
                getter(ref value);
                destination = value ? 1 : 0;
            };
        }

        var keys = row.GetGetter<uint>(label);
        ulong count = label.Type.KeyCountOf();
        uint key = 0;
        return (ref float destination) =>
        {
            keys(ref key);
            destination = key == 0 || key > count ? float.NaN : key - 1;
        };
    }
}
