namespace Microsoft.ML.Transforms;

/// <summary>Which columns stay: those that are named, or all but those that are named.</summary>
internal sealed class ColumnSelection
{
    private readonly string[] _names;
    private readonly bool _drops;
    private readonly bool _keepHidden;

    private ColumnSelection(string[] names, bool drops, bool keepHidden)
    {
        Check.Value(names, nameof(names));
        Check.Param(names.All(n => !string.IsNullOrEmpty(n)), nameof(names), "No column name may be null or empty");
        _names = names;
        _drops = drops;
        _keepHidden = keepHidden;
    }

    public static ColumnSelection Keep(string[] names, bool keepHidden) => new(names, drops: false, keepHidden);

    public static ColumnSelection Drop(string[] names) => new(names, drops: true, keepHidden: false);

    public static ColumnSelection Load(ModelLoadContext ctx)
    {
        bool drops = ctx.Reader.ReadBoolean();
        bool keepHidden = ctx.Reader.ReadBoolean();
        var names = new string[ctx.Reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++)
            names[i] = ctx.Reader.ReadString();
        return new ColumnSelection(names, drops, keepHidden);
    }

    public void Save(ModelSaveContext ctx)
    {
        ctx.Writer.Write(_drops);
        ctx.Writer.Write(_keepHidden);
        ctx.Writer.Write(_names.Length);
        foreach (string name in _names)
            ctx.Writer.Write(name);
    }

    /// <summary>Indices of the columns that stay: in the order of the names when they are kept, of the schema when they are dropped.</summary>
    public int[] Of(DataViewSchema schema)
    {
        foreach (string name in _names)
        {
            if (schema.GetColumnOrNull(name) is null)
                throw Check.ExceptSchemaMismatch("inputSchema", "input", name);
        }
        if (_drops)
            return [.. schema.Where(c => !_names.Contains(c.Name) && (_keepHidden || !c.IsHidden)).Select(c => c.Index)];
        return [.. _names.SelectMany(name => schema.Where(c => c.Name == name && (_keepHidden || !c.IsHidden))).Select(c => c.Index)];
    }

    public SchemaShape Of(SchemaShape shape)
    {
        var columns = new List<SchemaShape.Column>();
        foreach (string name in _names)
        {
            if (!shape.TryFindColumn(name, out var column))
                throw Check.ExceptSchemaMismatch("inputSchema", "input", name);
            columns.Add(column);
        }
        return new SchemaShape(_drops ? shape.Where(c => !_names.Contains(c.Name)) : columns);
    }
}
