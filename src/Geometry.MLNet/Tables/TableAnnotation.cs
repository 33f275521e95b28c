using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Tables that a column carries as an annotation, beside its scores, so that they can be collected whatever stock transformers stand between.</summary>
internal static class TableAnnotation
{
    private const string Kind = "Geometry.Tables";

    /// <summary>Adds the annotation.</summary>
    public static void Add(DataViewSchema.Annotations.Builder builder, Func<IReadOnlyList<ResultTable>> tables)
    {
        ValueGetter<ReadOnlyMemory<char>> getter = (ref ReadOnlyMemory<char> text) => text = JsonSerializer.Serialize(tables()).AsMemory();
        builder.Add(Kind, TextDataViewType.Instance, getter);
    }

    /// <summary>The tables that a column carries; none when it carries no annotation.</summary>
    public static IReadOnlyList<ResultTable> Read(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(Kind) is null)
        {
            return [];
        }

        ReadOnlyMemory<char> text = default;
        column.Annotations.GetValue(Kind, ref text);
        return JsonSerializer.Deserialize<IReadOnlyList<ResultTable>>(text.Span)!;
    }
}
