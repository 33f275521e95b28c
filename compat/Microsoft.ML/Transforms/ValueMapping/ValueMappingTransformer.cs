using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(ValueMappingTransformer.Signature, typeof(ValueMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Replaces values by those that a table gives for them.</summary>
public class ValueMappingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ValueMapping";

    private readonly ValueLookup _lookup;

    internal ValueMappingTransformer(IHostEnvironment env, ValueLookup lookup, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(ValueMappingTransformer)), columns) => _lookup = lookup;

    internal ValueLookup Lookup => _lookup;

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (!source.Type.ItemTypeOrSelf().Equals(_lookup.KeyType))
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, _lookup.KeyType.ToString(), source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        _lookup.Save(ctx.Writer);
    }

    private static ValueMappingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        return new ValueMappingTransformer(env, LookupFormat.Load(ctx.Reader), columns);
    }

    private sealed class Mapper(ValueMappingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            parent._lookup.AddKeyValues(annotations);
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, parent._lookup.OutputType(source.Type), annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) => parent._lookup.MakeGetter(input, Sources[added]);
    }
}
