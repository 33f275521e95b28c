using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Tasks.Tests;

public sealed class IdxProperties : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Should_Read_Any_Whole_File_And_Refuse_Any_Part_Of_It() => Prop.ForAll<NonEmptyArray<byte>, PositiveInt, bool>((content, cut, compressed) =>
    {
        byte[] file = IdxBytes.Of([content.Get.Length], content.Get), part = file[..^(1 + (cut.Get % (file.Length - 1)))];
        return Read(file, compressed).AsSpan().SequenceEqual(content.Get) && Refuses(part, compressed);
    }).QuickCheckThrowOnFailure();

    private byte[] Read(byte[] bytes, bool compressed)
    {
        using IdxReader reader = IdxReader.Open(_directory.File("file", compressed ? IdxBytes.Compressed(bytes) : bytes));
        return reader.ReadToEnd();
    }

    private bool Refuses(byte[] bytes, bool compressed)
    {
        try
        {
            Read(bytes, compressed);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
