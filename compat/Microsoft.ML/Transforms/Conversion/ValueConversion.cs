using System.Numerics;

namespace Microsoft.ML.Transforms;

/// <summary>The standard conversions between the raw types of columns, each a <c>Func&lt;TSource, TTarget&gt;</c>.</summary>
internal static class ValueConversion
{
    private static readonly Type[] Numbers =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double)];

    private static readonly MethodInfo Numeric = Method(nameof(BetweenNumbers));
    private static readonly MethodInfo FromBoolean = Method(nameof(BooleanToNumber));
    private static readonly MethodInfo ToBoolean = Method(nameof(NumberToBoolean));
    private static readonly MethodInfo FromText = Method(nameof(TextToNumber));
    private static readonly MethodInfo ToText = Method(nameof(ValueToText));

    /// <summary>The conversion, or null when there is none.</summary>
    public static Delegate Find(Type source, Type target)
    {
        bool fromNumber = Numbers.Contains(source), toNumber = Numbers.Contains(target);
        if (source == target) return (Delegate)Method(nameof(Same)).MakeGenericMethod(source).Invoke(null, null);
        if (fromNumber && toNumber) return Make(Numeric, source, target);
        if (fromNumber && target == typeof(bool)) return Make(ToBoolean, source);
        if (source == typeof(bool) && toNumber) return Make(FromBoolean, target);
        if (source == typeof(ReadOnlyMemory<char>)) return toNumber ? Make(FromText, target) : TextTo(target);
        if (target != typeof(ReadOnlyMemory<char>)) return null;
        if (source == typeof(bool)) return (Func<bool, ReadOnlyMemory<char>>)(value => (value ? "1" : "0").AsMemory());
        return fromNumber || source == typeof(TimeSpan) ? Make(ToText, source)
            : source == typeof(DateTime) ? (Func<DateTime, ReadOnlyMemory<char>>)(value => value.ToString("o", CultureInfo.InvariantCulture).AsMemory())
            : source == typeof(DateTimeOffset) ? (Func<DateTimeOffset, ReadOnlyMemory<char>>)(value => value.ToString("o", CultureInfo.InvariantCulture).AsMemory())
            : null;
    }

    private static Delegate TextTo(Type target)
    {
        if (target == typeof(bool)) return (Func<ReadOnlyMemory<char>, bool>)(text => TextToBoolean(text.Span));
        if (target == typeof(TimeSpan)) return (Func<ReadOnlyMemory<char>, TimeSpan>)(text => TimeSpan.TryParse(text.Span, CultureInfo.InvariantCulture, out var value) ? value : default);
        if (target == typeof(DateTime))
            return (Func<ReadOnlyMemory<char>, DateTime>)(text => DateTime.TryParse(text.Span, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : default);
        if (target == typeof(DateTimeOffset))
            return (Func<ReadOnlyMemory<char>, DateTimeOffset>)(text => DateTimeOffset.TryParse(text.Span, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : default);
        return null;
    }

    private static bool TextToBoolean(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase)
            || text.Equals("t", StringComparison.OrdinalIgnoreCase) || text.Equals("y", StringComparison.OrdinalIgnoreCase)
            || text is "1" or "+1" or "+";
    }

    private static Func<T, T> Same<T>() => value => value;

    private static Func<TSource, TTarget> BetweenNumbers<TSource, TTarget>()
        where TSource : INumberBase<TSource>
        where TTarget : INumberBase<TTarget> => TTarget.CreateTruncating;

    private static Func<bool, TTarget> BooleanToNumber<TTarget>()
        where TTarget : INumberBase<TTarget> => value => value ? TTarget.One : TTarget.Zero;

    private static Func<TSource, bool> NumberToBoolean<TSource>()
        where TSource : INumberBase<TSource> => value => !TSource.IsZero(value);

    // Empty text is zero. What cannot be read is missing where the type has a missing value, and zero where it has none.
    private static Func<ReadOnlyMemory<char>, TTarget> TextToNumber<TTarget>()
        where TTarget : INumberBase<TTarget> => text =>
            text.Span.Trim().IsEmpty ? TTarget.Zero
            : TTarget.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
            : ValueTraits<TTarget>.Missing;

    private static Func<TSource, ReadOnlyMemory<char>> ValueToText<TSource>()
        where TSource : IFormattable => value => value.ToString(null, CultureInfo.InvariantCulture).AsMemory();

    private static MethodInfo Method(string name) => typeof(ValueConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);

    private static Delegate Make(MethodInfo method, params Type[] arguments) => (Delegate)method.MakeGenericMethod(arguments).Invoke(null, null);
}
