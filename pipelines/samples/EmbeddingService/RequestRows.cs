namespace EmbeddingService;

/// <summary>The rows of a request.</summary>
/// <param name="Rows">The rows, at least one.</param>
/// <param name="IsSingle">Whether the request was one row, which gets one answer, and not a list, which gets a list.</param>
internal sealed record RequestRows(IReadOnlyList<FeatureRow> Rows, bool IsSingle)
{
    /// <summary>Makes the response.</summary>
    /// <param name="answer">Gives an answer for each row.</param>
    public IResult Answer(Func<IReadOnlyList<FeatureRow>, IReadOnlyList<object>> answer)
    {
        IReadOnlyList<object> answers = answer(Rows);
        return Results.Json(IsSingle ? answers[0] : answers);
    }
}
