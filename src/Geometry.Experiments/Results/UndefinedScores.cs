namespace Geometry.Experiments;

/// <summary>A table in which nothing is defined is no result: its reasons are what the user needs to know.</summary>
internal static class UndefinedScores
{
    /// <summary>Throws if there are rows and none has a value.</summary>
    /// <exception cref="BadInputException">None has a value; the message gives the reasons.</exception>
    public static void ThrowIfAll(IReadOnlyList<ResultRow> rows, string source)
    {
        if (rows.Count > 0 && rows.All(row => row.Value is null))
        {
            IEnumerable<string> reasons = rows.Select(row => $"{row.Layer} {row.Score}: {row.Reason}").Distinct().Take(5);
            throw new BadInputException($"{source}: the data define none of the scores ({string.Join("; ", reasons)}). Give rows that vary, of at least two "
                + "conditions and of both classes of the target.");
        }
    }
}
