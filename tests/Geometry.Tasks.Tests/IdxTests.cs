namespace Geometry.Tasks.Tests;

public sealed class IdxTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Read_Images_And_Labels(bool compressed)
    {
        byte[] Pack(byte[] bytes) => compressed ? IdxBytes.Compressed(bytes) : bytes;
        LabelledImages images = LabelledImages.Read(
            _directory.File("images", Pack(IdxBytes.Images(4))), _directory.File("labels", Pack(IdxBytes.Labels(1, 0, 2, 1))));
        (images.Count, images.Channels, images.Height, images.Width).ShouldBe((4, 1, 2, 3));
        images.Labels.ToArray().ShouldBe([1, 0, 2, 1]);
        images.ClassNames.ShouldBe(["0", "1", "2"]);
        float[] pixels = new float[6];
        images.CopyPixels(1, pixels);
        pixels.ShouldBe([6 / 255f, 7 / 255f, 8 / 255f, 9 / 255f, 10 / 255f, 11 / 255f]);
        images.ScaledPixels()[6..12].ShouldBe(pixels);
    }

    [Fact]
    public void Should_Read_Item_By_Item()
    {
        using IdxReader reader = IdxReader.Open(_directory.File("images", IdxBytes.Images(3)));
        byte[] item = new byte[6];
        reader.Read(item);
        item.ShouldBe([0, 1, 2, 3, 4, 5]);
        reader.ReadToEnd().ShouldBe([.. Enumerable.Range(6, 12).Select(i => (byte)i)]);
        Should.Throw<ArgumentException>(() => reader.Read(item)).Message.ShouldStartWith("6 bytes are not a number of items of 6 bytes, or more than are left of 3.");
    }

    [Fact]
    public void Should_Say_What_Is_Wrong_With_A_File()
    {
        Message(IdxBytes.Images(3)[..20], out string cut).ShouldBe($"{cut} is truncated: 18 bytes of data were expected and 4 found. Fetch the file again.");
        Message(IdxBytes.Images(3)[..9], out cut).ShouldBe($"{cut} is truncated: 12 bytes of dimensions were expected and 5 found. Fetch the file again.");
        Message([.. IdxBytes.Images(3), 1], out string longer).ShouldBe($"{longer} goes on after the 18 bytes of data that its header announces. It is damaged.");
        Message("PNG!"u8.ToArray(), out string other).ShouldBe($"{other} is not an IDX file of unsigned bytes: it starts with the bytes 504E4721, "
            + "and should start with 00000801 (labels) or 00000803 (images).");
        Message([], out string empty).ShouldStartWith($"{empty} is not an IDX file of unsigned bytes: it is empty,");
        Message(IdxBytes.Of([0, 2, 3], []), out string none).ShouldBe($"{none} is damaged: its dimension 1 is 0.");
        Message(IdxBytes.Of([5, int.MaxValue, 3], []), out string huge).ShouldStartWith($"{huge} claims items of more than");
        Should.Throw<FileNotFoundException>(() => IdxReader.Open("no-such-file")).Message.ShouldBe("The IDX file no-such-file does not exist.");
    }

    [Fact]
    public void Should_Notice_A_Truncated_Compressed_File()
    {
        byte[] compressed = IdxBytes.Compressed(IdxBytes.Of([4000], [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919) >> 3))]));
        Message(compressed[..(compressed.Length / 2)], out string path).ShouldStartWith(path);
        byte[] broken = [.. compressed];
        broken[30] ^= 0xFF;
        broken[31] ^= 0xFF;
        Message(broken, out path).ShouldStartWith(path);
    }

    [Fact]
    public void Should_Not_Believe_A_Header_That_Announces_Gigabytes() =>
        Message(IdxBytes.Of([2_000_000_000], [1, 2, 3]), out string path)
            .ShouldBe($"{path} is truncated: 2000000000 bytes of data were expected and 3 found. Fetch the file again.");

    [Fact]
    public void Should_Refuse_Files_That_Do_Not_Belong_Together()
    {
        string images = _directory.File("images", IdxBytes.Images(3)), labels = _directory.File("labels", IdxBytes.Labels(0, 1));
        Read(images, labels).ShouldBe($"{images} holds 3 images and {labels} 2 labels. They must be as many: check that the files belong together.");
        Read(labels, images).ShouldBe($"{labels} has 1 dimensions and should have 3 to be images. Check that the files are not swapped.");
        string named = _directory.File("named", IdxBytes.Labels(0, 1, 5));
        Should.Throw<InvalidDataException>(() => LabelledImages.Read(images, named, ["shirt", "shoe"])).Message
            .ShouldBe($"{named} has label 5 for image 2; there are 2 classes, from 0 on.");
    }

    private static string Read(string images, string labels) => Should.Throw<InvalidDataException>(() => LabelledImages.Read(images, labels)).Message;

    private string Message(byte[] bytes, out string path)
    {
        string file = path = _directory.File(Guid.NewGuid().ToString("N"), bytes);
        return Should.Throw<InvalidDataException>(() =>
        {
            using IdxReader reader = IdxReader.Open(file);
            reader.ReadToEnd();
        }).Message;
    }
}
