namespace Geometry.Tasks.Tests;

public sealed class CifarTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Read_Files_One_After_The_Other(bool compressed)
    {
        byte[] Pack(byte[] bytes) => compressed ? IdxBytes.Compressed(bytes) : bytes;
        LabelledImages images = LabelledImages.ReadCifar(
            [_directory.File("a", Pack(CifarBytes.Cifar10(3, 9))), _directory.File("b", Pack(CifarBytes.Cifar10(0)))], CifarFormat.Cifar10);
        (images.Count, images.Channels, images.Height, images.Width).ShouldBe((3, 3, 32, 32));
        images.Labels.ToArray().ShouldBe([3, 9, 0]);
        images.ClassNames.Count.ShouldBe(10);
        images.SuperclassNames.ShouldBeEmpty();
        images.SuperclassLabels.Length.ShouldBe(0);
        float[] pixels = new float[3072];
        images.CopyPixels(1, pixels);
        pixels.ShouldBe(Enumerable.Range(10, 3072).Select(i => (byte)i / 255f));
    }

    [Fact]
    public void Should_Read_Classes_And_Superclasses()
    {
        LabelledImages images = LabelledImages.ReadCifar([_directory.File("a", CifarBytes.Cifar100((19, 99), (0, 4)))], CifarFormat.Cifar100);
        images.Labels.ToArray().ShouldBe([99, 4]);
        images.SuperclassLabels.ToArray().ShouldBe([19, 0]);
        images.ClassNames[99].ShouldBe("99");
        images.SuperclassNames[19].ShouldBe("superclass 19");
        images.Pixels.Span[3072].ShouldBe((byte)10);
    }

    [Fact]
    public void Should_Keep_The_First_Images_And_Check_All()
    {
        string path = _directory.File("a", CifarBytes.Cifar10(1, 2, 3));
        LabelledImages.ReadCifar([path, path], CifarFormat.Cifar10, maximumImages: 2).Labels.ToArray().ShouldBe([1, 2]);
        string wrong = _directory.File("b", CifarBytes.Cifar10(1, 2, 10));
        Message([wrong], CifarFormat.Cifar10, 1).ShouldBe($"{wrong} says class 10 of image 2, and CIFAR-10 has 10, from 0 to 9: the file is damaged or of another format.");
    }

    [Fact]
    public void Should_Say_What_Is_Wrong_With_A_File()
    {
        string cut = _directory.File("cut", CifarBytes.Cifar10(1, 2)[..^1]);
        Message([cut], CifarFormat.Cifar10).ShouldBe(
            $"{cut} has 6145 bytes, which are not a number of whole CIFAR-10 records of 3073 bytes: it is truncated or of another format. Fetch the file again.");
        string empty = _directory.File("empty", []);
        Message([empty], CifarFormat.Cifar100).ShouldBe($"{empty} is empty, and should hold CIFAR-100 records of 3074 bytes.");
        string group = _directory.File("group", CifarBytes.Cifar100((20, 3)));
        Message([group], CifarFormat.Cifar100).ShouldStartWith($"{group} says superclass 20 of image 0, and CIFAR-100 has 20, from 0 to 19");
        byte[] compressed = IdxBytes.Compressed(CifarBytes.Cifar10(1, 2));
        compressed[^6] ^= 0xFF;
        string damaged = _directory.File("damaged", compressed);
        Message([damaged], CifarFormat.Cifar10).ShouldStartWith($"{damaged} cannot be decompressed: ");
    }

    [Fact]
    public void Should_Refuse_Wrong_Arguments()
    {
        string path = _directory.File("a", CifarBytes.Cifar10(1));
        Should.Throw<FileNotFoundException>(() => LabelledImages.ReadCifar([path + "x"], CifarFormat.Cifar10)).Message.ShouldBe($"The CIFAR-10 file {path}x does not exist.");
        Should.Throw<ArgumentException>(() => LabelledImages.ReadCifar([], CifarFormat.Cifar10)).Message.ShouldStartWith("Give at least one file of images.");
        Should.Throw<ArgumentException>(() => LabelledImages.ReadCifar([path], CifarFormat.Cifar10, ["a", "b"])).Message
            .ShouldStartWith("2 names were given, and the format has 10.");
    }

    // Any mutation of a file either is another good file or is refused with its name; nothing else may happen.
    [Fact]
    public void Should_Refuse_Or_Read_Any_Damaged_File()
    {
        var random = new Random(5);
        byte[] good = CifarBytes.Cifar100((1, 2), (3, 4), (5, 6));
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = FileDamage.Apply(i % 2 == 0 ? good : IdxBytes.Compressed(good), random);
            string path = _directory.File("fuzz", bytes);
            try
            {
                LabelledImages.ReadCifar([path], CifarFormat.Cifar100).Labels.ToArray().ShouldAllBe(label => label < 100);
            }
            catch (InvalidDataException exception)
            {
                exception.Message.ShouldStartWith(path);
            }
        }
    }

    private static string Message(string[] paths, CifarFormat format, int maximum = int.MaxValue) =>
        Should.Throw<InvalidDataException>(() => LabelledImages.ReadCifar(paths, format, maximumImages: maximum)).Message;
}
