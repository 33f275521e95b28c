using Microsoft.ML.Rows;

[assembly: LoadableComponent(Microsoft.ML.Transforms.ColumnCopyingTransformer.Signature, typeof(Microsoft.ML.Transforms.ColumnCopyingTransformer))]

namespace Microsoft.ML.Transforms;

public sealed class ColumnCopyingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "CopyTransform";

    internal ColumnCopyingTransformer(IHostEnvironment env, params (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(ColumnCopyingTransformer)), columns)
    {
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx) => new ColumnCopyingTransformer(env, LoadColumns(ctx));

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
    }

    private sealed class Mapper(ColumnCopyingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() =>
            [.. Sources.Select((source, i) => new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, source.Type, source.Annotations))];

        protected override Delegate MakeGetter(DataViewRow input, int added) => GetterCast.Of(input, Sources[added]);
    }
}
