using System.Text.Json;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// The scores of a column, carried by the column itself as an annotation, so that they can be collected whatever stock
/// transformers stand between. The text is made when it is first asked for, which is when the scores are computed.
/// </summary>
internal static class ScoreAnnotation
{
    private const string Kind = "Geometry.Scores";

    private sealed record Content(string Embedding, IReadOnlyList<ScoreLine> Lines);

    /// <summary>Adds the annotation.</summary>
    public static void Add(DataViewSchema.Annotations.Builder builder, string embedding, Func<IReadOnlyList<ScoreEntry>> entries)
    {
        ValueGetter<ReadOnlyMemory<char>> getter = (ref ReadOnlyMemory<char> text) => text = Write(embedding, entries()).AsMemory();
        builder.Add(Kind, TextDataViewType.Instance, getter);
    }

    /// <summary>The scores that a column carries; none when it carries no annotation.</summary>
    public static IEnumerable<ScoreRow> Read(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(Kind) is null)
        {
            return [];
        }

        ReadOnlyMemory<char> text = default;
        column.Annotations.GetValue(Kind, ref text);
        Content content = JsonSerializer.Deserialize<Content>(text.Span)!;
        return content.Lines.Select(line => new ScoreRow(content.Embedding, line.ToEntry()));
    }

    private static string Write(string embedding, IReadOnlyList<ScoreEntry> entries) =>
        JsonSerializer.Serialize(new Content(embedding, [.. entries.Select(ScoreLine.Of)]));
}
