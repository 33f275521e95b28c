namespace Contracts.Probes;

/// <summary>The values of one row, by column.</summary>
internal sealed record TableRow(ulong Id, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>Gets the number that the row was made with.</summary>
    public int Number => (int)Values["Row"];
}
