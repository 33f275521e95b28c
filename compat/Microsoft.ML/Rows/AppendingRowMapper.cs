namespace Microsoft.ML.Rows;

/// <summary>The public face of a <see cref="ColumnMapper"/>.</summary>
internal sealed class AppendingRowMapper(ColumnMapper mapper) : IRowToRowMapper
{
    public DataViewSchema InputSchema => mapper.InputSchema;

    public DataViewSchema OutputSchema => mapper.OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var needed = ColumnSet.Flags(OutputSchema, dependingColumns);
        var input = new bool[InputSchema.Count];
        for (int i = 0; i < needed.Length; i++)
        {
            if (!needed[i])
                continue;
            if (i < input.Length)
                input[i] = true;
            else
                mapper.MarkDependencies(i - input.Length, input);
        }
        return ColumnSet.Columns(InputSchema, input);
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        Check.Value(input, nameof(input));
        Check.Value(activeColumns, nameof(activeColumns));
        return MakeRow(input, activeColumns);
    }

    internal AppendedRow MakeRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        var active = ColumnSet.Flags(OutputSchema, activeColumns);
        var getters = mapper.MakeGetters(input, active[InputSchema.Count..]);
        return new AppendedRow(input, OutputSchema, active, getters);
    }
}
