using Microsoft.ML.Rows;
using Microsoft.ML.Transforms.Image;

[assembly: LoadableComponent(ImageLoadingTransformer.Signature, typeof(ImageLoadingTransformer))]

namespace Microsoft.ML.Data;

public sealed class ImageLoadingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ImageLoaderTransform";

    public readonly string ImageFolder;

    internal ImageLoadingTransformer(IHostEnvironment env, string imageFolder, params (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(ImageLoadingTransformer)), columns)
    {
        ImageFolder = imageFolder;
    }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (source.Type is not TextDataViewType)
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, TextDataViewType.Instance.ToString(), source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        ctx.Writer.Write(ImageFolder is not null);
        ctx.Writer.Write(ImageFolder ?? "");
    }

    private static ImageLoadingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        bool hasFolder = ctx.Reader.ReadBoolean();
        string folder = ctx.Reader.ReadString();
        return new ImageLoadingTransformer(env, hasFolder ? folder : null, columns);
    }

    private sealed class Mapper(ImageLoadingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() =>
            [.. Pairs.Select(pair => new DataViewSchema.DetachedColumn(pair.outputColumnName, new ImageDataViewType()))];

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var getter = input.GetGetter<ReadOnlyMemory<char>>(Sources[added]);
            ReadOnlyMemory<char> text = default;
            return (ValueGetter<MLImage>)((ref MLImage destination) =>
            {
                destination?.Dispose();
                destination = null;
                getter(ref text);
                if (text.Length == 0)
                    return;
                string path = text.ToString();
                if (!string.IsNullOrWhiteSpace(parent.ImageFolder))
                    path = Path.Combine(parent.ImageFolder, path);
                destination = MLImage.CreateFromFile(path);
                destination.Tag = path;
            });
        }
    }
}
