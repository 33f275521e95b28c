using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Annotations that are vectors of text.</summary>
internal static class TextAnnotation
{
    /// <summary>The names of a key's values.</summary>
    public static DataViewSchema.Annotations KeyValues(IReadOnlyList<string> names)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        Add(builder, "KeyValues", names);
        return builder.ToAnnotations();
    }

    /// <summary>Adds a vector of text under a kind.</summary>
    public static void Add(DataViewSchema.Annotations.Builder builder, string kind, IReadOnlyList<string> texts)
    {
        ReadOnlyMemory<char>[] values = [.. texts.Select(text => text.AsMemory())];
        ValueGetter<VBuffer<ReadOnlyMemory<char>>> getter = (ref VBuffer<ReadOnlyMemory<char>> value) =>
            new VBuffer<ReadOnlyMemory<char>>(values.Length, values).CopyTo(ref value);
        builder.Add(kind, new VectorDataViewType(TextDataViewType.Instance, values.Length), getter);
    }
}
