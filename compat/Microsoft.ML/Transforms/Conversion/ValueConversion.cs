using System.Numerics;
using Microsoft.ML.Text;

namespace Microsoft.ML.Transforms;

/// <summary>The standard conversions between the raw types of columns, each a <c>Func&lt;TSource, TTarget&gt;</c>.</summary>
internal static class ValueConversion
{
    private static readonly Type[] Numbers =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double)];

    private static readonly Type[] Readable = [typeof(bool), typeof(TimeSpan), typeof(DateTime), typeof(DateTimeOffset)];

    private static readonly MethodInfo Numeric = Method(nameof(BetweenNumbers));
    private static readonly MethodInfo FromBoolean = Method(nameof(BooleanToNumber));
    private static readonly MethodInfo ToBoolean = Method(nameof(NumberToBoolean));
    private static readonly MethodInfo FromText = Method(nameof(TextToValue));
    private static readonly MethodInfo ToText = Method(nameof(ValueToText));

    /// <summary>The conversion, or null when there is none.</summary>
    public static Delegate Find(Type source, Type target)
    {
        bool fromNumber = Numbers.Contains(source), toNumber = Numbers.Contains(target);
        if (source == target) return (Delegate)Method(nameof(Same)).MakeGenericMethod(source).Invoke(null, null);
        if (fromNumber && toNumber) return Make(Numeric, source, target);
        if (fromNumber && target == typeof(bool)) return Make(ToBoolean, source);
        if (source == typeof(bool) && toNumber) return Make(FromBoolean, target);
        if (source == typeof(ReadOnlyMemory<char>)) return toNumber || Readable.Contains(target) ? Make(FromText, target) : null;
        if (target != typeof(ReadOnlyMemory<char>)) return null;
        if (source == typeof(bool)) return (Func<bool, ReadOnlyMemory<char>>)(value => (value ? "1" : "0").AsMemory());
        return fromNumber || source == typeof(TimeSpan) ? Make(ToText, source)
            : source == typeof(DateTime) ? (Func<DateTime, ReadOnlyMemory<char>>)(value => value.ToString("o", CultureInfo.InvariantCulture).AsMemory())
            : source == typeof(DateTimeOffset) ? (Func<DateTimeOffset, ReadOnlyMemory<char>>)(value => value.ToString("o", CultureInfo.InvariantCulture).AsMemory())
            : null;
    }

    private static Func<T, T> Same<T>() => value => value;

    private static Func<TSource, TTarget> BetweenNumbers<TSource, TTarget>()
        where TSource : INumberBase<TSource>
        where TTarget : INumberBase<TTarget> => TTarget.CreateTruncating;

    private static Func<bool, TTarget> BooleanToNumber<TTarget>()
        where TTarget : INumberBase<TTarget> => value => value ? TTarget.One : TTarget.Zero;

    private static Func<TSource, bool> NumberToBoolean<TSource>()
        where TSource : INumberBase<TSource> => value => !TSource.IsZero(value);

    // Empty text is the default. What cannot be read is missing where the type has a missing value, and the default where not.
    private static Func<ReadOnlyMemory<char>, TTarget> TextToValue<TTarget>()
    {
        var parse = FieldParsers.For<TTarget>(TypeQueries.StandardTypeOf(typeof(TTarget)), '.');
        return text =>
        {
            if (text.Span.IsWhiteSpace()) return default;
            parse(text.Span, out var value);
            return value;
        };
    }

    private static Func<TSource, ReadOnlyMemory<char>> ValueToText<TSource>()
        where TSource : IFormattable => value => value.ToString(null, CultureInfo.InvariantCulture).AsMemory();

    private static MethodInfo Method(string name) => typeof(ValueConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);

    private static Delegate Make(MethodInfo method, params Type[] arguments) => (Delegate)method.MakeGenericMethod(arguments).Invoke(null, null);
}
