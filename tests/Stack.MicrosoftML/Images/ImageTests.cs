using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using static Microsoft.ML.Transforms.Image.ImagePixelExtractingEstimator;
using static Microsoft.ML.Transforms.Image.ImageResizingEstimator;

namespace Stack.MicrosoftML.Images;

public sealed class ImageTests : IDisposable
{
    // A pixel's bytes are blue, green, red, alpha.
    private static readonly byte[] Pixels = [1, 2, 3, 255, 11, 12, 13, 255, 21, 22, 23, 255, 31, 32, 33, 255, 41, 42, 43, 255, 51, 52, 53, 255];

    private readonly MLContext _ml = new(seed: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("images");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Pixels_are_kept_and_disposed()
    {
        var image = MLImage.CreateFromPixels(3, 2, MLPixelFormat.Bgra32, Pixels);

        (image.Width, image.Height, image.BitsPerPixel, image.PixelFormat).ShouldBe((3, 2, 32, MLPixelFormat.Bgra32));
        image.Pixels.ToArray().ShouldBe(Pixels);
        image.GetBGRPixels[..6].ShouldBe([1, 2, 3, 11, 12, 13]);
        MLImage.CreateFromPixels(3, 2, MLPixelFormat.Rgba32, Pixels).GetBGRPixels[..3].ShouldBe([3, 2, 1]);
        image.Dispose();
        Should.Throw<InvalidOperationException>(() => image.Width).Message.ShouldBe("Object is disposed.");
    }

    [Fact]
    public void Wrong_pixels_are_refused()
    {
        Should.Throw<ArgumentException>(() => MLImage.CreateFromPixels(0, 2, MLPixelFormat.Bgra32, Pixels)).ParamName.ShouldBe("width");
        Should.Throw<ArgumentException>(() => MLImage.CreateFromPixels(3, -1, MLPixelFormat.Bgra32, Pixels)).ParamName.ShouldBe("height");
        Should.Throw<ArgumentException>(() => MLImage.CreateFromPixels(3, 2, MLPixelFormat.Unknown, Pixels)).ParamName.ShouldBe("pixelFormat");
        Should.Throw<ArgumentException>(() => MLImage.CreateFromPixels(3, 3, MLPixelFormat.Bgra32, Pixels));
    }

    [Fact]
    public void Png_keeps_every_pixel_and_jpeg_nearly()
    {
        using var image = MLImage.CreateFromPixels(3, 2, MLPixelFormat.Rgba32, Pixels);
        image.Save(Path("a.png"));
        image.Save(Path("a.jpg"));

        using var png = MLImage.CreateFromFile(Path("a.png"));
        using var stream = File.OpenRead(Path("a.jpg"));
        using var jpeg = MLImage.CreateFromStream(stream);

        png.GetBGRPixels.ShouldBe(image.GetBGRPixels);
        (jpeg.Width, jpeg.Height).ShouldBe((3, 2));
        jpeg.GetBGRPixels.Zip(image.GetBGRPixels, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(20);
        Should.Throw<ArgumentException>(() => image.Save(Path("a.txt"))).Message.ShouldStartWith("Path has invalid image file extension.");
    }

    [Fact]
    public void What_is_no_image_is_refused()
    {
        File.WriteAllBytes(Path("a.png"), [1, 2, 3]);

        Should.Throw<ArgumentException>(() => MLImage.CreateFromFile(Path("a.png"))).Message.ShouldBe("Invalid path (Parameter 'imagePath')");
        Should.Throw<ArgumentException>(() => MLImage.CreateFromFile(Path("none.png"))).ParamName.ShouldBe("imagePath");
        Should.Throw<ArgumentException>(() => MLImage.CreateFromStream(new MemoryStream())).Message.ShouldBe("Invalid input stream contents (Parameter 'imageStream')");
        Should.Throw<ArgumentNullException>(() => MLImage.CreateFromFile(null!)).ParamName.ShouldBe("imagePath");
    }

    [Fact]
    public void Pixels_are_extracted_as_planes()
    {
        var view = Load();
        var chain = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ResizeImages("Image", 3, 2)).Append(_ml.Transforms.ExtractPixels("Pixels", "Image"));

        var result = chain.Fit(view).Transform(view);

        result.Schema["Image"].Type.ShouldBe(new ImageDataViewType(2, 3));
        result.Schema["Pixels"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3, 2, 3));
        result.GetColumn<float[]>("Pixels").Single().ShouldBe([3, 13, 23, 33, 43, 53, 2, 12, 22, 32, 42, 52, 1, 11, 21, 31, 41, 51]);
    }

    [Theory]
    [InlineData(ColorsOrder.ARGB, ColorBits.All, new float[] { 255, 3, 2, 1, 255, 13, 12, 11 })]
    [InlineData(ColorsOrder.ARBG, ColorBits.All, new float[] { 255, 3, 1, 2, 255, 13, 11, 12 })]
    [InlineData(ColorsOrder.ABRG, ColorBits.All, new float[] { 255, 1, 3, 2, 255, 11, 13, 12 })]
    [InlineData(ColorsOrder.ABGR, ColorBits.Rgb, new float[] { 1, 2, 3, 11, 12, 13 })]
    [InlineData(ColorsOrder.AGRB, ColorBits.Rgb, new float[] { 2, 3, 1, 12, 13, 11 })]
    [InlineData(ColorsOrder.AGBR, ColorBits.Red | ColorBits.Blue, new float[] { 1, 3, 11, 13 })]
    public void Colours_are_interleaved_in_the_order(ColorsOrder order, ColorBits colours, float[] start)
    {
        Extract(view => _ml.Transforms.ExtractPixels("Pixels", "Image", colours, order, interleavePixelColors: true), out var type)[..start.Length].ShouldBe(start);
        type.Dimensions.ShouldBe([2, 3, start.Length / 2]);
    }

    [Fact]
    public void The_offset_comes_before_the_scale() =>
        Extract(view => _ml.Transforms.ExtractPixels("Pixels", "Image", offsetImage: 3, scaleImage: 0.5f), out _)[..3].ShouldBe([0, 5, 10]);

    [Fact]
    public void Bytes_are_left_as_they_are()
    {
        var view = Load();
        var chain = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ResizeImages("Image", 3, 2))
            .Append(_ml.Transforms.ExtractPixels("Pixels", "Image", offsetImage: 3, outputAsFloatArray: false));

        chain.Fit(view).Transform(view).GetColumn<byte[]>("Pixels").Single()[..3].ShouldBe([3, 13, 23]);
    }

    [Fact]
    public void Grey_is_a_weighted_mean() =>
        Extract(view => _ml.Transforms.ConvertToGrayscale("Image").Append(_ml.Transforms.ExtractPixels("Pixels", "Image")), out _)
            .ShouldBe([2, 12, 22, 32, 42, 52, 2, 12, 22, 32, 42, 52, 2, 12, 22, 32, 42, 52]);

    [Theory]
    [InlineData(ResizingKind.IsoCrop, Anchor.Left, 0)]
    [InlineData(ResizingKind.IsoCrop, Anchor.Center, 50)]
    [InlineData(ResizingKind.IsoCrop, Anchor.Right, 100)]
    [InlineData(ResizingKind.Fill, Anchor.Center, 50)]
    public void A_wide_image_is_cut_or_squeezed(ResizingKind resizing, Anchor anchor, int expected)
    {
        // Three squares of 4 x 4 pixels beside one another.
        Wide();
        var view = View("wide.png");
        var chain = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ResizeImages("Image", 4, 4, resizing: resizing, cropAnchor: anchor))
            .Append(_ml.Transforms.ExtractPixels("Pixels", "Image"));

        float[] pixels = chain.Fit(view).Transform(view).GetColumn<float[]>("Pixels").Single();

        pixels.Average().ShouldBe(expected, 1);
        if (resizing == ResizingKind.IsoCrop) pixels.ShouldAllBe(pixel => pixel == expected);
    }

    [Fact]
    public void Padding_is_black_and_in_the_middle()
    {
        Wide();
        var view = View("wide.png");
        var chain = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ResizeImages("Image", 12, 8, resizing: ResizingKind.IsoPad))
            .Append(_ml.Transforms.ExtractPixels("Pixels", "Image", ColorBits.Red));

        float[] pixels = chain.Fit(view).Transform(view).GetColumn<float[]>("Pixels").Single();

        pixels[..24].ShouldAllBe(pixel => pixel == 0);
        pixels[^24..].ShouldAllBe(pixel => pixel == 0);
        pixels[24..36].ShouldBe([0, 0, 0, 0, 50, 50, 50, 50, 100, 100, 100, 100]);
    }

    [Fact]
    public void Columns_are_checked()
    {
        var view = Load();

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.LoadImages("Image", "", "None").Fit(view)).Message
            .ShouldBe("Could not find input column 'None' (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.ResizeImages("Image", 2, 2, "Name").Fit(view)).Message
            .ShouldBe("Schema mismatch for input column 'Name': expected image, got String (Parameter 'inputSchema')");
        var loaded = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Fit(view).Transform(view);
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.ExtractPixels("Pixels", "Image").Fit(loaded)).Message
            .ShouldBe("Schema mismatch for input column 'Image': expected known-size image, got unknown-size image (Parameter 'inputSchema')");
    }

    [Fact]
    public void A_saved_chain_reads_images_again()
    {
        var view = Load();
        var chain = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ConvertToGrayscale("Image"))
            .Append(_ml.Transforms.ResizeImages("Image", 2, 2, resizing: ResizingKind.Fill, cropAnchor: Anchor.Top))
            .Append(_ml.Transforms.ExtractPixels("Pixels", "Image", ColorBits.All, ColorsOrder.AGBR, true, 1, 2));
        var model = chain.Fit(view);
        _ml.Model.Save(model, view.Schema, Path("model.zip"));

        var loaded = new MLContext().Model.Load(Path("model.zip"), out _);

        loaded.Transform(view).GetColumn<float[]>("Pixels").Single().ShouldBe(model.Transform(view).GetColumn<float[]>("Pixels").Single());
    }

    [Fact]
    public void Objects_hold_images()
    {
        using var image = MLImage.CreateFromPixels(3, 2, MLPixelFormat.Bgra32, Pixels);
        var view = _ml.Data.LoadFromEnumerable([new Held { Image = image }]);

        view.Schema["Image"].Type.ShouldBe(new ImageDataViewType(2, 3));
        _ml.Transforms.ExtractPixels("Pixels", "Image").Fit(view).Transform(view).GetColumn<float[]>("Pixels").Single()[..3].ShouldBe([3, 13, 23]);
    }

    private float[] Extract<T>(Func<IDataView, IEstimator<T>> extract, out VectorDataViewType type)
        where T : class, ITransformer
    {
        var view = Load();
        var sized = _ml.Transforms.LoadImages("Image", _folder.FullName, "Name").Append(_ml.Transforms.ResizeImages("Image", 3, 2)).Fit(view).Transform(view);
        var result = extract(sized).Fit(sized).Transform(sized);
        type = (VectorDataViewType)result.Schema["Pixels"].Type;
        return result.GetColumn<float[]>("Pixels").Single();
    }

    private IDataView Load()
    {
        using var image = MLImage.CreateFromPixels(3, 2, MLPixelFormat.Bgra32, Pixels);
        image.Save(Path("a.png"));
        return View("a.png");
    }

    private void Wide()
    {
        byte[] pixels = [.. from y in Enumerable.Range(0, 4) from x in Enumerable.Range(0, 12) from c in Enumerable.Range(0, 4) select c == 3 ? (byte)255 : (byte)(x / 4 * 50)];
        using var image = MLImage.CreateFromPixels(12, 4, MLPixelFormat.Bgra32, pixels);
        image.Save(Path("wide.png"));
    }

    private IDataView View(string name) => _ml.Data.LoadFromEnumerable([new Named { Name = name }]);

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private sealed class Named
    {
        public string Name { get; set; } = "";
    }

    private sealed class Held
    {
        [ImageType(2, 3)]
        public MLImage? Image { get; set; }
    }
}
