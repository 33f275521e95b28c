using Microsoft.ML.Images;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms.Image;

[assembly: LoadableComponent(ImagePixelExtractingTransformer.Signature, typeof(ImagePixelExtractingTransformer))]

namespace Microsoft.ML.Transforms.Image;

public sealed class ImagePixelExtractingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ImagePixelExtractor";

    internal ImagePixelExtractingTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, PixelLayout layout)
        : base(env.Register(nameof(ImagePixelExtractingTransformer)), columns)
    {
        Layout = layout;
    }

    internal PixelLayout Layout { get; }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (ImageColumn.Check(source) is { Height: 0 } or { Width: 0 })
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, "known-size image", "unknown-size image");
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        Layout.Save(ctx.Writer);
    }

    private static ImagePixelExtractingTransformer Load(IHostEnvironment env, ModelLoadContext ctx) => new(env, LoadColumns(ctx), PixelLayout.Load(ctx.Reader));

    private sealed class Mapper(ImagePixelExtractingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
            new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, parent.Layout.VectorType((ImageDataViewType)source.Type)))];

        protected override Delegate MakeGetter(DataViewRow input, int added) =>
            parent.Layout.Getter(input, Sources[added], (ImageDataViewType)Sources[added].Type);
    }
}
