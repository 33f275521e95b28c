using Microsoft.ML.Transforms.Image;
using static Microsoft.ML.Transforms.Image.ImagePixelExtractingEstimator;

namespace Microsoft.ML.Images;

/// <summary>How the colours of an image lie in a vector, and what is done to their values.</summary>
internal sealed class PixelLayout
{
    private readonly ColorBits _colours;
    private readonly ColorsOrder _order;
    private readonly bool _interleave, _asFloat;
    private readonly float _offset, _scale;

    public PixelLayout(ColorBits colours, ColorsOrder order, bool interleave, float offset, float scale, bool asFloat)
    {
        Check.Param((colours & ColorBits.All) != 0, "colorsToExtract", "Need to use at least one color plane");
        Check.Param(Enum.IsDefined(order), "orderOfExtraction", "Unknown order of colors");
        Check.Param(float.IsFinite(offset), "offsetImage", "Must be a finite number");
        Check.Param(float.IsFinite(scale) && scale != 0, "scaleImage", "Must be a finite number other than zero");
        (_colours, _order, _interleave, _asFloat) = (colours & ColorBits.All, order, interleave, asFloat);
        // Bytes are left as they are.
        (_offset, _scale) = asFloat ? (offset, scale) : (0, 1);
    }

    public PrimitiveDataViewType ItemType => _asFloat ? NumberDataViewType.Single : NumberDataViewType.Byte;

    private ColorBits[] Planes => [.. Order.Where(colour => _colours.HasFlag(colour))];

    private ColorBits[] Order => _order switch
    {
        ColorsOrder.ARGB => [ColorBits.Alpha, ColorBits.Red, ColorBits.Green, ColorBits.Blue],
        ColorsOrder.ARBG => [ColorBits.Alpha, ColorBits.Red, ColorBits.Blue, ColorBits.Green],
        ColorsOrder.ABRG => [ColorBits.Alpha, ColorBits.Blue, ColorBits.Red, ColorBits.Green],
        ColorsOrder.ABGR => [ColorBits.Alpha, ColorBits.Blue, ColorBits.Green, ColorBits.Red],
        ColorsOrder.AGRB => [ColorBits.Alpha, ColorBits.Green, ColorBits.Red, ColorBits.Blue],
        _ => [ColorBits.Alpha, ColorBits.Green, ColorBits.Blue, ColorBits.Red],
    };

    public static PixelLayout Load(BinaryReader reader) => new(
        (ColorBits)reader.ReadByte(), (ColorsOrder)reader.ReadByte(), reader.ReadBoolean(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadBoolean());

    public void Save(BinaryWriter writer)
    {
        writer.Write((byte)_colours);
        writer.Write((byte)_order);
        writer.Write(_interleave);
        writer.Write(_offset);
        writer.Write(_scale);
        writer.Write(_asFloat);
    }

    public VectorDataViewType VectorType(ImageDataViewType image) => _interleave
        ? new VectorDataViewType(ItemType, image.Height, image.Width, Planes.Length)
        : new VectorDataViewType(ItemType, Planes.Length, image.Height, image.Width);

    public Delegate Getter(DataViewRow input, DataViewSchema.Column column, ImageDataViewType type) => _asFloat
        ? Getter<float>(input, column, type, value => (value - _offset) * _scale)
        : Getter<byte>(input, column, type, value => value);

    private ValueGetter<VBuffer<T>> Getter<T>(DataViewRow input, DataViewSchema.Column column, ImageDataViewType type, Func<byte, T> convert)
    {
        var getter = input.GetGetter<MLImage>(column);
        var planes = Planes;
        T[] values = [.. Enumerable.Range(0, 256).Select(value => convert((byte)value))];
        int pixels = type.Height * type.Width, size = planes.Length * pixels;
        MLImage image = null;
        return (ref VBuffer<T> destination) =>
        {
            getter(ref image);
            if (image is null)
            {
                // No image: a sparse vector of zeros.
                destination = VBufferEditor.Create(ref destination, size, 0).Commit();
                return;
            }
            Check.That(image.Height == type.Height && image.Width == type.Width,
                $"An image of {image.Width} x {image.Height} pixels in column '{column.Name}', whose images have {type.Width} x {type.Height}");
            var editor = VBufferEditor.Create(ref destination, size);
            var source = image.Pixels;
            for (int plane = 0; plane < planes.Length; plane++)
            {
                int from = Place(planes[plane], image), to = _interleave ? plane : plane * pixels, step = _interleave ? planes.Length : 1;
                for (int i = 0; i < pixels; i++)
                    editor.Values[to + (i * step)] = values[source[(4 * i) + from]];
            }
            destination = editor.Commit();
        };
    }

    private static int Place(ColorBits colour, MLImage image) => colour switch
    {
        ColorBits.Red => image.RedAndBlue.Red,
        ColorBits.Blue => image.RedAndBlue.Blue,
        ColorBits.Green => 1,
        _ => 3,
    };
}
