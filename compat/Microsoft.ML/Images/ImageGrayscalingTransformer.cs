using Microsoft.ML.Images;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms.Image;

[assembly: LoadableComponent(ImageGrayscalingTransformer.Signature, typeof(ImageGrayscalingTransformer))]

namespace Microsoft.ML.Transforms.Image;

public sealed class ImageGrayscalingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ImageGrayscaleTransform";

    internal ImageGrayscalingTransformer(IHostEnvironment env, params (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(ImageGrayscalingTransformer)), columns)
    {
    }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source) => ImageColumn.Check(source);

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
    }

    private static ImageGrayscalingTransformer Load(IHostEnvironment env, ModelLoadContext ctx) => new(env, LoadColumns(ctx));

    private static MLImage Grey(MLImage image)
    {
        byte[] pixels = image.Pixels.ToArray();
        (int red, int blue) = image.RedAndBlue;
        for (int i = 0; i < pixels.Length; i += 4)
        {
            float light = (0.3f * pixels[i + red]) + (0.59f * pixels[i + 1]) + (0.11f * pixels[i + blue]);
            pixels[i] = pixels[i + 1] = pixels[i + 2] = (byte)(light + 0.5f);
        }
        return image.With(pixels, image.Width, image.Height);
    }

    private sealed class Mapper(ImageGrayscalingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() =>
            [.. Sources.Select((source, i) => new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, source.Type))];

        protected override Delegate MakeGetter(DataViewRow input, int added) => ImageColumn.Map(input, Sources[added], Grey);
    }
}
