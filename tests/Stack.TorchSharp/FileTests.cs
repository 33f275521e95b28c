using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public sealed class FileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tensors").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    public static TheoryData<ScalarType> Types => [float32, float64, int8, uint8, int16, int32, int64, @bool, complex64];

    [Theory, MemberData(nameof(Types))]
    public void TensorsComeBackFromBothFormats(ScalarType type)
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(0, 300, 1).to(type).reshape(2, 150).t();
        t.save(Path("native.dat"));
        Tensor.load(Path("native.dat")).Equals(t).ShouldBeTrue();
        t.Save(Path("compact.dat"));
        Tensor back = Tensor.Load(Path("compact.dat"));
        back.Equals(t).ShouldBeTrue();
        back.dtype.ShouldBe(type);
    }

    [Fact]
    public void SeveralTensorsInOneStream()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Tensor a = rand(3, 2), b = tensor(7L);
        a.Save(writer);
        a.Save(writer);
        b.Save(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Tensor into = zeros(3, 2);
        into.Load(reader);
        into.Equals(a).ShouldBeTrue();
        into.Load(reader, skip: true);
        Tensor.Load(reader).item<long>().ShouldBe(7);
    }

    [Fact]
    public void TheCompactFormatIsByteForByteKnown()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        zeros(1, 300, uint8).Save(stream);
        stream.ToArray()[..6].ShouldBe([0, 2, 1, 172, 2, 0]);
        stream.Length.ShouldBe(305);
    }

    [Fact]
    public void BadFilesAreReported()
    {
        using var scope = NewDisposeScope();
        File.WriteAllText(Path("text"), "this is not a tensor");
        Should.Throw<Exception>(() => Tensor.load(Path("text")));
        Should.Throw<Exception>(() => Tensor.load(Path("absent")));
        File.WriteAllBytes(Path("short"), [6, 1, 100, 0, 0]);
        Should.Throw<EndOfStreamException>(() => Tensor.Load(Path("short")));
        ones(3).Save(Path("three"));
        using var reader = new BinaryReader(File.OpenRead(Path("three")));
        Should.Throw<ArgumentException>(() => ones(4).Load(reader)).Message.ShouldContain("shape");
    }
}
