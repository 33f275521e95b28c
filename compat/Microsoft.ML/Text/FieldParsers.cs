namespace Microsoft.ML.Text;

internal delegate bool FieldParser<T>(ReadOnlySpan<char> text, out T value);

/// <summary>How a field's text becomes a value. What cannot be read is NaN for reals and the default for others.</summary>
internal static class FieldParsers
{
    public static FieldParser<T> For<T>(DataViewType type, char decimalMarker)
    {
        if (type is KeyDataViewType key)
            return Key<T>(key.Count);
        object parser = Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Single when decimalMarker == ',' => (FieldParser<float>)((text, out value) => ParseSingle(text.ToString().Replace(',', '.'), out value)),
            TypeCode.Single => (FieldParser<float>)ParseSingle,
            TypeCode.Double when decimalMarker == ',' => (FieldParser<double>)((text, out value) => ParseDouble(text.ToString().Replace(',', '.'), out value)),
            TypeCode.Double => (FieldParser<double>)ParseDouble,
            TypeCode.Boolean => (FieldParser<bool>)ParseBoolean,
            TypeCode.SByte => (FieldParser<sbyte>)((text, out value) => sbyte.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.Byte => (FieldParser<byte>)((text, out value) => byte.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.Int16 => (FieldParser<short>)((text, out value) => short.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.UInt16 => (FieldParser<ushort>)((text, out value) => ushort.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.Int32 => (FieldParser<int>)((text, out value) => int.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.UInt32 => (FieldParser<uint>)((text, out value) => uint.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.Int64 => (FieldParser<long>)((text, out value) => long.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.UInt64 => (FieldParser<ulong>)((text, out value) => ulong.TryParse(text, CultureInfo.InvariantCulture, out value)),
            TypeCode.DateTime => (FieldParser<DateTime>)((text, out value) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value)),
            _ when typeof(T) == typeof(DateTimeOffset) => (FieldParser<DateTimeOffset>)((text, out value) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value)),
            _ when typeof(T) == typeof(TimeSpan) => (FieldParser<TimeSpan>)((text, out value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)),
            _ => throw Check.Except($"The text loader does not read values of type {type}"),
        };
        return (FieldParser<T>)parser;
    }

    private static FieldParser<T> Key<T>(ulong count) => (ReadOnlySpan<char> text, out T value) =>
    {
        // In text keys count from 0; a key that is out of range is missing.
        bool known = ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong index) && index < count;
        value = known ? (T)Convert.ChangeType(index + 1, typeof(T), CultureInfo.InvariantCulture) : default;
        return known;
    };

    private static bool ParseSingle(ReadOnlySpan<char> text, out float value)
    {
        // Most numbers in data files are short and whole.
        if (TryWhole(text, out int whole))
        {
            value = whole;
            return true;
        }
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        value = (float)Special(text);
        return !float.IsNaN(value);
    }

    private static bool ParseDouble(ReadOnlySpan<char> text, out double value)
    {
        if (TryWhole(text, out int whole))
        {
            value = whole;
            return true;
        }
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        value = Special(text);
        return !double.IsNaN(value);
    }

    private static bool TryWhole(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 6)
            return false;
        foreach (char c in text)
        {
            int digit = c - '0';
            if ((uint)digit > 9)
                return false;
            value = (10 * value) + digit;
        }
        return true;
    }

    private static double Special(ReadOnlySpan<char> text) => text.Trim() switch
    {
        "inf" or "Inf" or "+inf" or "∞" or "Infinity" => double.PositiveInfinity,
        "-inf" or "-Inf" or "-∞" or "-Infinity" => double.NegativeInfinity,
        _ => double.NaN,
    };

    private static bool ParseBoolean(ReadOnlySpan<char> text, out bool value)
    {
        text = text.Trim();
        foreach (string yes in (ReadOnlySpan<string>)["1", "true", "yes", "t", "y", "+", "+1"])
        {
            if (text.Equals(yes, StringComparison.OrdinalIgnoreCase))
                return value = true;
        }
        value = false;
        foreach (string no in (ReadOnlySpan<string>)["0", "false", "no", "f", "n", "-", "-1"])
        {
            if (text.Equals(no, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
