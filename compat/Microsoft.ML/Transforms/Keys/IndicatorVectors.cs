using System.Numerics;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Transforms;

/// <summary>Vectors with a one at the place of a key.</summary>
internal static class IndicatorVectors
{
    public static Delegate Getter<TKey>(DataViewRow input, DataViewSchema.Column column, bool sum)
        where TKey : IBinaryInteger<TKey>
    {
        int count = checked((int)column.Type.KeyCountOf());
        if (column.Type is not VectorDataViewType)
        {
            var scalar = input.GetGetter<TKey>(column);
            TKey key = default;
            return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> destination) =>
            {
                scalar(ref key);
                int place = PlaceOf(key, count);
                var editor = VBufferEditor.Create(ref destination, count, place < 0 ? 0 : 1);
                if (place >= 0)
                {
                    editor.Values[0] = 1;
                    if (count > 1) editor.Indices[0] = place;
                }

                destination = editor.Commit();
            });
        }

        var vector = input.GetGetter<VBuffer<TKey>>(column);
        var keys = default(VBuffer<TKey>);
        return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> destination) =>
        {
            vector(ref keys);
            var editor = VBufferEditor.Create(ref destination, sum ? count : count * keys.Length);
            editor.Values.Clear();
            foreach (var (slot, key) in keys.Items())
            {
                int place = PlaceOf(key, count);
                if (place >= 0) editor.Values[sum ? place : slot * count + place]++;
            }

            destination = editor.Commit();
        });
    }

    /// <summary>The values of the keys as the names of the slots.</summary>
    public static void AddSlotNames(DataViewSchema.Annotations.Builder annotations, DataViewSchema.Column keys) =>
        ClassLabels.Of(keys).AddSlotNames(annotations);

    private static int PlaceOf<TKey>(TKey key, int count)
        where TKey : IBinaryInteger<TKey> => ulong.CreateTruncating(key) is var number and > 0 && number <= (ulong)count ? (int)number - 1 : -1;
}
