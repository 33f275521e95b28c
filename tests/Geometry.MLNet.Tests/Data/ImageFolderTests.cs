using Geometry.MLNet.Tests.Views;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet.Tests.Data;

/// <summary>Folders of image files as a view, and what is said of files that cannot be used.</summary>
public sealed class ImageFolderTests : IDisposable
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly ImageFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Sub_folders_are_classes_and_pixels_are_planes()
    {
        string first = _files.Colour("cat/1.png"), second = _files.Colour("cat/2.png", start: 5), third = _files.Colour("dog/0.PNG");
        _files.Write("cat/notes.txt", [1]);
        _files.Write("empty/readme.md", [1]);
        IDataView view = Load(new() { Targets = new Dictionary<string, IReadOnlyList<string>> { ["Dog"] = ["dog"] } });
        view.Schema.Select(column => column.Name).ShouldBe(["ImagePath", "Features", "Condition", "Dog"]);
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3, 2, 3));
        Columns.Values<string>(view, "ImagePath").ShouldBe([first, second, third]);
        Columns.Values<uint>(view, "Condition").ShouldBe([1u, 1u, 2u]);
        Columns.Values<bool>(view, "Dog").ShouldBe([false, false, true]);
        Columns.Vectors(view, "Features")[1].ShouldBe(
            [.. from channel in Enumerable.Range(1, 3) from pixel in Enumerable.Range(0, 6) select ((10 * channel * pixel) + (channel == 1 ? 5 : 0)) / 255f]);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    public void Grey_images_have_one_channel(string extension)
    {
        _files.Grey($"a/1.{extension}");
        _files.Grey($"b/1.{extension}");
        IDataView view = Load();
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 1, 2, 3));
        Columns.Vectors(view, "Features")[0].ShouldAllBe(pixel => pixel == 128 / 255f);
    }

    [Fact]
    public void A_file_of_another_size_or_channels_is_named_or_left_out_and_counted()
    {
        string good = _files.Colour("a/1.png"), large = _files.Colour("a/2.png", width: 4), grey = _files.Grey("b/1.png");
        _files.Colour("b/2.png");
        Message().ShouldBe($"{large} is colour, 4 x 2 pixels and {good}, like most, is colour, 3 x 2 pixels. Images must have one shape; or load paths only and use ResizeImages.");
        Load(new() { PathsOnly = true }).GetRowCount().ShouldBe(4);
        File.Delete(large);
        Message().ShouldStartWith($"{grey} is grey, 3 x 2 pixels and {good}, like most, is colour, 3 x 2 pixels.");
        List<string> warnings = Warnings();
        Load(new() { SkipUnreadable = true }).GetRowCount().ShouldBe(2);
        warnings.ShouldHaveSingleItem().ShouldStartWith($"1 image files of {_files.Root} were left out. The first: {grey} is grey");
    }

    [Fact]
    public void Damaged_files_are_named_with_the_fault()
    {
        byte[] png = File.ReadAllBytes(_files.Colour("a/1.png")), jpeg = File.ReadAllBytes(_files.Colour("a/2.jpg"));
        string path = _files.Write("b/1.png", png[..^3]);
        Message().ShouldStartWith($"{path} is truncated: the chunk IEND at byte ");
        _files.Write("b/1.png", png[..40]);
        Message().ShouldContain(" is truncated: ");
        byte[] changed = [.. png];
        changed[^20] ^= 1;
        _files.Write("b/1.png", changed);
        Message().ShouldStartWith($"{path} is damaged: the chunk IDAT at byte ");
        _files.Write("b/1.png", []);
        Message().ShouldBe($"{path} is empty.");
        _files.Write("b/1.png", [.. "GIF89a..."u8]);
        Message().ShouldBe($"{path} is neither PNG nor JPEG: it starts with the bytes 4749463839612E2E.");
        _files.Write("b/1.png", jpeg[..(jpeg.Length / 2)]);
        Message().ShouldStartWith($"{path} is truncated: ");
        _files.Write("b/1.png", jpeg[..^2]);
        Message().ShouldBe($"{path} is truncated: it ends at byte {jpeg.Length - 2}, before the end of the image.");
        _files.Write("b/1.png", [.. jpeg[..20], 7, 7, 7, .. jpeg[20..]]);
        Message().ShouldStartWith($"{path} ");
        Load(new() { SkipUnreadable = true }).GetRowCount().ShouldBe(2);
    }

    [Fact]
    public void What_is_no_folder_of_images_is_refused()
    {
        Should.Throw<DirectoryNotFoundException>(() => _ml.Geometry.Data.LoadFromImageFolder(_files.Path("none"))).Message
            .ShouldBe($"The folder of images {_files.Path("none")} does not exist.");
        _files.Write("1.png", [1]);
        Message().ShouldStartWith($"{_files.Root} has no sub-folder with images (.png, .jpg, .jpeg).");
        _files.Write("a/1.png", [1]);
        Should.Throw<InvalidDataException>(() => Load(new() { SkipUnreadable = true })).Message.ShouldStartWith("None of the 1 image files can be used. The first: ");
        Should.Throw<InvalidDataException>(() => Load(new() { SkipUnreadable = true, PathsOnly = true })).Message.ShouldStartWith("None of the 1 image files");
        Should.Throw<ArgumentOutOfRangeException>(() => Load(new() { MaximumPerClass = 0 })).Message.ShouldStartWith("Load at least one image of a class");
    }

    // Whatever is done to a file, it is read or refused with its name; the process survives.
    [Theory]
    [InlineData("1.png")]
    [InlineData("1.jpg")]
    public void Any_damage_is_read_or_named(string name)
    {
        string path = _files.Colour($"a/{name}", width: 16, height: 16);
        byte[] good = File.ReadAllBytes(path);
        var random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 300; i++)
        {
            _files.Write($"a/{name}", Damage(good, random));
            try
            {
                Columns.Vectors(Load(), "Features").ShouldHaveSingleItem().ShouldAllBe(pixel => pixel >= 0 && pixel <= 1);
            }
            catch (InvalidDataException exception)
            {
                exception.Message.ShouldStartWith(path);
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void ML_NETs_own_transforms_read_the_paths()
    {
        _files.Colour("a/1.png", width: 8, height: 4);
        _files.Grey("b/1.jpg");
        IDataView paths = Load(new() { PathsOnly = true });
        var chain = _ml.Transforms.LoadImages("Image", null, "ImagePath").Append(_ml.Transforms.ResizeImages("Image", 5, 4)).Append(_ml.Transforms.ExtractPixels("Features", "Image"));
        IDataView view = chain.Fit(paths).Transform(paths);
        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3, 4, 5));
        Columns.Vectors(view, "Features")[1].ShouldAllBe(pixel => pixel == 128);
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        int at = random.Next(good.Length), length = random.Next(1, 20);
        return random.Next(4) switch
        {
            0 => good[..at],
            1 => [.. good[..at], (byte)(good[at] ^ random.Next(1, 256)), .. good[(at + 1)..]],
            2 => [.. good[..at], .. new byte[length], .. good[at..]],
            _ => [.. good[..at], .. good[Math.Min(good.Length, at + length)..]],
        };
    }

    private IDataView Load(ImageFolderOptions? options = null) => _ml.Geometry.Data.LoadFromImageFolder(_files.Root, options);

    private string Message() => Should.Throw<InvalidDataException>(() => Load()).Message;

    private List<string> Warnings()
    {
        List<string> warnings = [];
        _ml.Log += (_, e) =>
        {
            if (e.Kind == ChannelMessageKind.Warning)
            {
                warnings.Add(e.RawMessage);
            }
        };
        return warnings;
    }
}
