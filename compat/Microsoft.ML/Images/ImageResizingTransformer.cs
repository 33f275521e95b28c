using Microsoft.ML.Images;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms.Image;
using static Microsoft.ML.Transforms.Image.ImageResizingEstimator;

[assembly: LoadableComponent(ImageResizingTransformer.Signature, typeof(ImageResizingTransformer))]

namespace Microsoft.ML.Transforms.Image;

public sealed class ImageResizingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ImageScalerTransform";

    private readonly ResizingKind _resizing;
    private readonly Anchor _anchor;

    internal ImageResizingTransformer(
        IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, int width, int height, ResizingKind resizing, Anchor anchor)
        : base(env.Register(nameof(ImageResizingTransformer)), columns)
    {
        Check.Param(width > 0, "imageWidth", "Must be greater than 0.");
        Check.Param(height > 0, "imageHeight", "Must be greater than 0.");
        Check.Param(Enum.IsDefined(resizing), nameof(resizing), "Unknown resizing kind");
        Check.Param(Enum.IsDefined(anchor), "cropAnchor", "Unknown crop anchor");
        Type = new ImageDataViewType(height, width);
        _resizing = resizing;
        _anchor = anchor;
    }

    internal ImageDataViewType Type { get; }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source) => ImageColumn.Check(source);

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        ctx.Writer.Write(Type.Width);
        ctx.Writer.Write(Type.Height);
        ctx.Writer.Write((byte)_resizing);
        ctx.Writer.Write((byte)_anchor);
    }

    private static ImageResizingTransformer Load(IHostEnvironment env, ModelLoadContext ctx) => new(
        env, LoadColumns(ctx), ctx.Reader.ReadInt32(), ctx.Reader.ReadInt32(), (ResizingKind)ctx.Reader.ReadByte(), (Anchor)ctx.Reader.ReadByte());

    private MLImage Resize(MLImage image) => image.Width == Type.Width && image.Height == Type.Height
        ? image.With(image.Pixels.ToArray(), image.Width, image.Height)
        : image.With(_resizing switch
        {
            ResizingKind.Fill => ImageScaling.Nearest(image.Pixels, image.Width, image.Height, Type.Width, Type.Height),
            ResizingKind.IsoPad => Placed(image, Math.Min),
            _ => Placed(image, Math.Max),
        }, Type.Width, Type.Height);

    // The image in its own proportions, as large as fits (padding) or as covers everything (cropping).
    private byte[] Placed(MLImage image, Func<float, float, float> choose)
    {
        float scale = choose((float)Type.Width / image.Width, (float)Type.Height / image.Height);
        int width = Math.Max(1, (int)(image.Width * scale)), height = Math.Max(1, (int)(image.Height * scale));
        bool pads = _resizing == ResizingKind.IsoPad;
        int x = Start(Type.Width - (image.Width * scale), pads, Anchor.Left, Anchor.Right);
        int y = Start(Type.Height - (image.Height * scale), pads, Anchor.Top, Anchor.Bottom);
        byte[] scaled = ImageScaling.Smooth(image.Pixels, image.Width, image.Height, width, height);
        byte[] target = new byte[Type.Width * Type.Height * 4];
        for (int i = 3; i < target.Length; i += 4)
            target[i] = byte.MaxValue;
        int left = Math.Max(0, x), right = Math.Min(Type.Width, x + width);
        for (int row = Math.Max(0, y); row < Math.Min(Type.Height, y + height); row++)
            scaled.AsSpan(4 * (((row - y) * width) + left - x), 4 * (right - left)).CopyTo(target.AsSpan(4 * ((row * Type.Width) + left)));
        return target;
    }

    private int Start(float room, bool pads, Anchor first, Anchor last) =>
        pads || (_anchor != first && _anchor != last) ? (int)(room / 2) : _anchor == first ? 0 : (int)room;

    private sealed class Mapper(ImageResizingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() =>
            [.. Pairs.Select(pair => new DataViewSchema.DetachedColumn(pair.outputColumnName, parent.Type))];

        protected override Delegate MakeGetter(DataViewRow input, int added) => ImageColumn.Map(input, Sources[added], parent.Resize);
    }
}
