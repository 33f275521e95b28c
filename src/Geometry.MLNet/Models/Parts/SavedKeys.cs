using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The names of a key's values, each as a text that reads back to the same.</summary>
/// <param name="Type">The type of the names, as ML.NET calls it.</param>
/// <param name="Values">The names, in the order of the keys.</param>
internal sealed record SavedKeys(string Type, IReadOnlyList<string> Values)
{
    private const string Kind = "KeyValues";

    private static readonly IFormatProvider s_culture = CultureInfo.InvariantCulture;

    private static readonly Codec[] s_codecs =
    [
        new Codec<ReadOnlyMemory<char>>(TextDataViewType.Instance, text => text.ToString(), text => text.AsMemory()),
        new Codec<bool>(BooleanDataViewType.Instance, value => value ? "true" : "false", text => text == "true" || (text == "false" ? false : throw new FormatException($"'{text}' is neither true nor false."))),
        new Codec<sbyte>(NumberDataViewType.SByte, value => value.ToString(s_culture), text => sbyte.Parse(text, s_culture)),
        new Codec<byte>(NumberDataViewType.Byte, value => value.ToString(s_culture), text => byte.Parse(text, s_culture)),
        new Codec<short>(NumberDataViewType.Int16, value => value.ToString(s_culture), text => short.Parse(text, s_culture)),
        new Codec<ushort>(NumberDataViewType.UInt16, value => value.ToString(s_culture), text => ushort.Parse(text, s_culture)),
        new Codec<int>(NumberDataViewType.Int32, value => value.ToString(s_culture), text => int.Parse(text, s_culture)),
        new Codec<uint>(NumberDataViewType.UInt32, value => value.ToString(s_culture), text => uint.Parse(text, s_culture)),
        new Codec<long>(NumberDataViewType.Int64, value => value.ToString(s_culture), text => long.Parse(text, s_culture)),
        new Codec<ulong>(NumberDataViewType.UInt64, value => value.ToString(s_culture), text => ulong.Parse(text, s_culture)),
        new Codec<float>(NumberDataViewType.Single, value => value.ToString("R", s_culture), text => float.Parse(text, s_culture)),
        new Codec<double>(NumberDataViewType.Double, value => value.ToString("R", s_culture), text => double.Parse(text, s_culture)),
        new Codec<DateTime>(DateTimeDataViewType.Instance, value => value.ToString("O", s_culture), text => DateTime.ParseExact(text, "O", s_culture, DateTimeStyles.RoundtripKind)),
        new Codec<DateTimeOffset>(DateTimeOffsetDataViewType.Instance, value => value.ToString("O", s_culture), text => DateTimeOffset.ParseExact(text, "O", s_culture)),
        new Codec<TimeSpan>(TimeSpanDataViewType.Instance, value => value.ToString("c", s_culture), text => TimeSpan.ParseExact(text, "c", s_culture)),
    ];

    private abstract record Codec(DataViewType Item)
    {
        public abstract IReadOnlyList<string> Write(DataViewSchema.Annotations annotations);

        public abstract DataViewSchema.Annotations Read(IReadOnlyList<string> texts);
    }

    private sealed record Codec<T>(PrimitiveDataViewType Primitive, Func<T, string> Format, Func<string, T> Parse) : Codec(Primitive)
    {
        public override IReadOnlyList<string> Write(DataViewSchema.Annotations annotations)
        {
            VBuffer<T> values = default;
            annotations.GetValue(Kind, ref values);
            return [.. values.DenseValues().Select(Format)];
        }

        public override DataViewSchema.Annotations Read(IReadOnlyList<string> texts)
        {
            T[] values = [.. texts.Select(Parse)];
            var builder = new DataViewSchema.Annotations.Builder();
            ValueGetter<VBuffer<T>> getter = (ref VBuffer<T> value) => new VBuffer<T>(values.Length, values).CopyTo(ref value);
            builder.Add(Kind, new VectorDataViewType(Primitive, values.Length), getter);
            return builder.ToAnnotations();
        }
    }

    /// <summary>The names that annotations hold; null for none.</summary>
    /// <exception cref="NotSupportedException">They are of a type that no text stands for.</exception>
    public static SavedKeys? Of(DataViewSchema.Annotations? annotations)
    {
        if (annotations?.Schema.GetColumnOrNull(Kind) is not { } column)
        {
            return null;
        }

        DataViewType item = column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
        Codec codec = Array.Find(s_codecs, codec => codec.Item == item) ?? throw new NotSupportedException(
            $"The classes of the label are named by values of type {item}, which a model file cannot hold. Name them by texts: MapValueToKey of a text column.");
        return new SavedKeys($"{item}", codec.Write(annotations));
    }

    /// <summary>Makes the annotations again.</summary>
    /// <exception cref="FormatException">The type or a name is damaged.</exception>
    public DataViewSchema.Annotations ToAnnotations() =>
        (Array.Find(s_codecs, codec => $"{codec.Item}" == Type) ?? throw new FormatException($"'{Type}' is no type of names.")).Read(Values);
}
