using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>Schemas as text, with the types and values of all annotations.</summary>
internal static class AnnotationLines
{
    /// <summary>One line a column, hidden ones included, in order.</summary>
    public static IReadOnlyList<string> Of(DataViewSchema schema) => [.. schema.Select(column =>
        $"{column.Name}: {column.Type}{(column.IsHidden ? " hidden" : "")} [{string.Join("; ", column.Annotations.Schema.Select(kind => Line(column.Annotations, kind)).Order())}]")];

    private static string Line(DataViewSchema.Annotations annotations, DataViewSchema.Column kind)
    {
        bool isVector = kind.Type is VectorDataViewType;
        Type raw = isVector ? ((VectorDataViewType)kind.Type).ItemType.RawType : kind.Type.RawType;
        object value = typeof(AnnotationLines).GetMethod(isVector ? nameof(Vector) : nameof(Scalar), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(raw).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [annotations, kind.Name], null)!;
        return $"{kind.Name} {kind.Type} = {value}";
    }

    private static string Scalar<T>(DataViewSchema.Annotations annotations, string kind)
    {
        T value = default!;
        annotations.GetValue(kind, ref value);
        return $"{value}";
    }

    private static string Vector<T>(DataViewSchema.Annotations annotations, string kind)
    {
        VBuffer<T> value = default;
        annotations.GetValue(kind, ref value);
        return string.Join("|", value.DenseValues());
    }
}
