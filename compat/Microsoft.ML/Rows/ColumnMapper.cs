namespace Microsoft.ML.Rows;

/// <summary>
/// The work of a row-to-row transformer on one input schema: it appends columns, whose getters are made for a row of that schema.
/// Bind everything that depends on the schema in the constructor; nothing may read a row before a getter is called.
/// </summary>
internal abstract class ColumnMapper(DataViewSchema inputSchema)
{
    private DataViewSchema _outputSchema;
    private DataViewSchema.DetachedColumn[] _added;

    public DataViewSchema InputSchema { get; } = inputSchema;

    public int AddedCount => Added.Length;

    public DataViewSchema OutputSchema
    {
        get
        {
            if (_outputSchema is null)
            {
                var builder = new DataViewSchema.Builder();
                builder.AddColumns(InputSchema);
                builder.AddColumns(Added);
                Interlocked.CompareExchange(ref _outputSchema, builder.ToSchema(), null);
            }
            return _outputSchema;
        }
    }

    private DataViewSchema.DetachedColumn[] Added => _added ??= MakeColumns();

    /// <summary>The appended columns, in order.</summary>
    protected abstract DataViewSchema.DetachedColumn[] MakeColumns();

    /// <summary>Marks the input columns that appended column number <paramref name="added"/> is computed from.</summary>
    public abstract void MarkDependencies(int added, bool[] input);

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the raw type of appended column number <paramref name="added"/>.</summary>
    protected abstract Delegate MakeGetter(DataViewRow input, int added);

    /// <summary>
    /// The getters of the active appended columns (null for the others). Override instead of <see cref="MakeGetter"/> when columns share
    /// work per row.
    /// </summary>
    public virtual Delegate[] MakeGetters(DataViewRow input, bool[] active)
    {
        var getters = new Delegate[active.Length];
        for (int i = 0; i < active.Length; i++)
        {
            if (active[i])
                getters[i] = MakeGetter(input, i);
        }
        return getters;
    }
}
