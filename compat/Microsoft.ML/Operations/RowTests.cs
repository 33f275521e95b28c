using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>The tests that the filters of the data catalog make of a row.</summary>
internal static class RowTests
{
    private static readonly MethodInfo FractionMethod = Method(nameof(KeyFractionOf));
    private static readonly MethodInfo MissingMethod = Method(nameof(MissingOf));
    private static readonly MethodInfo MissingVectorMethod = Method(nameof(MissingInVectorOf));
    private static readonly MethodInfo HashMethod = Method(nameof(HashOf));
    private static readonly MethodInfo HashVectorMethod = Method(nameof(HashVectorOf));

    public static Func<bool> InRange(DataViewRow row, DataViewSchema.Column column, double low, double high)
    {
        var value = NumericReader.Double(row, column);
        // NaN is in no range.
        return () => value() is var v && v >= low && v < high;
    }

    public static Func<bool> KeyInFraction(DataViewRow row, DataViewSchema.Column column, double low, double high) =>
        FractionMethod.Invoke<Func<bool>>(column.Type.RawType, row, column, low, high);

    public static Func<bool> IsMissing(DataViewRow row, DataViewSchema.Column column)
    {
        bool isKey = column.Type.ItemTypeOrSelf() is KeyDataViewType;
        return column.Type is VectorDataViewType vector
            ? MissingVectorMethod.Invoke<Func<bool>>(vector.ItemType.RawType, row, column, isKey)
            : MissingMethod.Invoke<Func<bool>>(column.Type.RawType, row, column, isKey);
    }

    /// <summary>A number in [0, 1) that is the same for equal values of the column.</summary>
    public static Func<double> Fraction(DataViewRow row, DataViewSchema.Column column, uint seed) => column.Type is VectorDataViewType vector
        ? HashVectorMethod.Invoke<Func<double>>(vector.ItemType.RawType, row, column, seed)
        : HashMethod.Invoke<Func<double>>(column.Type.RawType, row, column, seed);

    /// <summary>A number in [0, 1) of the row's id, for the split of rows one by one.</summary>
    public static Func<double> IdFraction(DataViewRow row, uint seed)
    {
        var get = row.GetIdGetter();
        DataViewRowId id = default;
        return () =>
        {
            get(ref id);
            return ToFraction(Mix(Mix(id.Low, seed), id.High));
        };
    }

    private static Func<bool> KeyFractionOf<T>(DataViewRow row, DataViewSchema.Column column, double low, double high)
    {
        var get = row.GetGetter<T>(column);
        double count = column.Type.KeyCountOf();
        return () =>
        {
            T value = default;
            get(ref value);
            // Keys are 1..count; the middle of a key's share stands for it, and a missing key is in no range.
            double fraction = (Convert.ToUInt64(value, CultureInfo.InvariantCulture) - 0.5) / count;
            return fraction >= 0 && low <= fraction && fraction < high;
        };
    }

    private static Func<bool> MissingOf<T>(DataViewRow row, DataViewSchema.Column column, bool isKey)
    {
        var get = row.GetGetter<T>(column);
        T value = default;
        return () =>
        {
            get(ref value);
            return IsMissingValue(value, isKey);
        };
    }

    private static Func<bool> MissingInVectorOf<T>(DataViewRow row, DataViewSchema.Column column, bool isKey)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> buffer = default;
        return () =>
        {
            get(ref buffer);
            if (isKey && !buffer.IsDense)
                return true;
            foreach (var value in buffer.GetValues())
            {
                if (IsMissingValue(value, isKey))
                    return true;
            }
            return false;
        };
    }

    private static bool IsMissingValue<T>(T value, bool isKey) =>
        isKey ? EqualityComparer<T>.Default.Equals(value, default)
        : value is float single ? float.IsNaN(single)
        : value is double real && double.IsNaN(real);

    private static Func<double> HashOf<T>(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        var get = row.GetGetter<T>(column);
        T value = default;
        return () =>
        {
            get(ref value);
            return ToFraction(Mix(HashValue(value), seed));
        };
    }

    private static Func<double> HashVectorOf<T>(DataViewRow row, DataViewSchema.Column column, uint seed)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> buffer = default;
        return () =>
        {
            get(ref buffer);
            ulong hash = Mix((ulong)buffer.Length, seed);
            foreach (var (slot, value) in buffer.Items())
            {
                if (!EqualityComparer<T>.Default.Equals(value, default))
                    hash = Mix(Mix(hash, (ulong)slot), HashValue(value));
            }
            return ToFraction(hash);
        };
    }

    // Equal values must hash equally in every process, so GetHashCode of text is no use.
    private static ulong HashValue<T>(T value)
    {
        switch (value)
        {
            case ReadOnlyMemory<char> text:
                ulong hash = (ulong)text.Length;
                foreach (char c in text.Span)
                    hash = Mix(hash, c);
                return hash;
            case float single:
                return BitConverter.SingleToUInt32Bits(single == 0 ? 0 : single);
            case double real:
                return BitConverter.DoubleToUInt64Bits(real == 0 ? 0 : real);
            case bool flag:
                return flag ? 1UL : 0UL;
            case ulong large:
                return large;
            case DataViewRowId id:
                return Mix(id.Low, id.High);
            case DateTime time:
                return (ulong)time.Ticks;
            case DateTimeOffset time:
                return (ulong)time.UtcTicks;
            case TimeSpan span:
                return (ulong)span.Ticks;
            case IConvertible number:
                return unchecked((ulong)number.ToInt64(CultureInfo.InvariantCulture));
            default:
                throw Check.Except($"Values of {typeof(T)} cannot be hashed for a split");
        }
    }

    private static ulong Mix(ulong a, ulong b)
    {
        ulong x = (a * 0x9E3779B97F4A7C15) ^ (b + 0xD1B54A32D192ED03);
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    private static double ToFraction(ulong hash) => (Mix(hash, 0x2545F491) >> 11) * (1.0 / (1UL << 53));

    private static MethodInfo Method(string name) => typeof(RowTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);
}
