using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class SafetensorsTests
{
    // As Python's library lays a file out: the largest numbers first, offsets from the end of the header, blanks up to a multiple of 8 bytes.
    private const string Header = """{"__metadata__":{"format":"pt"},"steps":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"weight":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]},"mask":{"dtype":"BOOL","shape":[3],"data_offsets":[16,19]}}""";

    private static readonly byte[] Data = [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0, 1, 0, 1];

    [Fact]
    public void Should_Read_What_Python_Wrote()
    {
        using DisposeScope scope = NewDisposeScope();
        SafetensorsFile file = SafetensorsFile.Read(new MemoryStream(File(Header, Data)));
        file.Metadata.ShouldHaveSingleItem().ShouldBe(new("format", "pt"));
        file.Tensors.Select(tensor => $"{tensor.Name} {tensor.Type} [{string.Join(", ", tensor.Shape)}]").ShouldBe(["steps I64 []", "weight F32 [2, 1]", "mask Bool [3]"]);
        file.ReadSingles("weight").ShouldBe([1.5f, -2]);
        file.ReadTensor("steps").item<long>().ShouldBe(7);
        file.ReadTensor("mask").data<bool>().ToArray().ShouldBe([true, false, true]);
        Should.Throw<ArgumentException>(() => file.ReadSingles("bias")).Message.ShouldStartWith("The safetensors file has no tensor 'bias'. It has: steps, weight, mask.");
        Should.Throw<ArgumentException>(() => file.ReadSingles("mask")).Message.ShouldStartWith("The tensor 'mask' is BOOL [3], not of single-precision numbers.");
    }

    [Fact]
    public void Should_Write_What_Others_Read()
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> module = nn.Sequential(("fc", nn.Linear(3, 2)), ("norm", nn.BatchNorm1d(2)));
        using MemoryStream stream = new();
        ModuleWeights.Save(module, stream);
        Dictionary<string, (string Type, long[] Shape, byte[] Bytes)> read = ReadIndependently(stream.ToArray());
        Dictionary<string, Tensor> state = module.state_dict();
        read.Keys.ShouldBe(state.Keys, ignoreOrder: true);
        read["fc.weight"].Type.ShouldBe("F32");
        read["norm.num_batches_tracked"].Type.ShouldBe("I64");
        foreach ((string name, Tensor tensor) in state)
        {
            read[name].Shape.ShouldBe(tensor.shape);
            read[name].Bytes.ShouldBe(tensor.detach().contiguous().bytes.ToArray());
        }
    }

    [Fact]
    public void Should_Keep_Numbers_Of_Every_Type()
    {
        using DisposeScope scope = NewDisposeScope();
        Numbers module = new(), other = new();
        string path = Path.GetTempFileName();
        try
        {
            ModuleWeights.Save(module, path);
            foreach (Tensor tensor in other.state_dict().Values)
            {
                tensor.zero_();
            }

            ModuleWeights.Load(other, path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }

        other.state_dict().Count.ShouldBe(10);
        foreach ((string name, Tensor tensor) in module.state_dict())
        {
            other.state_dict()[name].bytes.ToArray().ShouldBe(tensor.bytes.ToArray(), name);
        }
    }

    [Fact]
    public void Should_List_All_That_Does_Not_Fit_A_Module_And_Leave_It()
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> module = nn.Sequential(("first", nn.Linear(3, 2)), ("last", nn.Linear(2, 2))),
            other = nn.Sequential(("first", nn.Linear(4, 2)), ("end", nn.Linear(2, 2)));
        using MemoryStream stream = new();
        ModuleWeights.Save(module, stream);
        stream.Position = 0;
        float[] before = other.state_dict()["first.bias"].data<float>().ToArray();
        Should.Throw<InvalidDataException>(() => ModuleWeights.Load(other, SafetensorsFile.Read(stream))).Message.ShouldBe(
            "The safetensors file does not fit the module: it lacks end.weight, end.bias; the module has no last.bias, last.weight; "
            + "first.weight is F32 [2, 3] and should be F32 [2, 4].");
        other.state_dict()["first.bias"].data<float>().ToArray().ShouldBe(before);
    }

    [Theory]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"F64\"", "tensor 'weight' is F64 [2, 1], which takes 16 bytes, and has 8")]
    [InlineData("\"dtype\":\"F32\"", "\"dtype\":\"F8\"", "tensor 'weight' has numbers of type 'F8'; known are")]
    [InlineData("[2,1]", "[2,-1]", "a size or a place is negative")]
    [InlineData("[2,1]", "[4294967296,4294967296]", "Arithmetic operation resulted in an overflow")]
    [InlineData("[8,16]", "[9,17]", "tensor 'weight' starts at byte 9, where 8 is the next")]
    [InlineData("[8,16]", "[0,8]", "starts at byte 0, where 8 is the next")]
    [InlineData("\"mask\"", "\"weight\"", "weight")]
    [InlineData("[3]", "[3],\"more\":1", "tensor 'mask' has a property 'more'")]
    [InlineData("[3]", "[[[3]]]", "depth")]
    [InlineData("\"shape\":[3],", "", "tensor 'mask' has no shape")]
    [InlineData("\"pt\"", "null", "a text of its metadata is null")]
    [InlineData("\"pt\"", "\"\\ud800\"", "")]
    [InlineData("\"pt\"", "7", "")]
    public void Should_Refuse_A_Header_That_Does_Not_Add_Up(string text, string other, string message)
    {
        Header.ShouldContain(text);
        Should.Throw<InvalidDataException>(() => SafetensorsFile.Read(new MemoryStream(File(Header.Replace(text, other, StringComparison.Ordinal), Data)))).Message
            .ShouldContain(message, Case.Insensitive);
    }

    [Fact]
    public void Should_Take_No_Memory_For_Bytes_That_Are_Not_There()
    {
        string header = """{"a":{"dtype":"U8","shape":[2000000000],"data_offsets":[0,2000000000]}}""";
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Should.Throw<InvalidDataException>(() => SafetensorsFile.Read(new MemoryStream(File(header, Data)))).Message.ShouldContain("truncated");
        byte[] claim = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(claim, 1UL << 62);
        Should.Throw<InvalidDataException>(() => SafetensorsFile.Read(new MemoryStream(claim))).Message.ShouldContain("claims 4611686018427387904 bytes");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void Should_Leave_An_Existing_File_Where_Saving_Fails()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(path, "kept");
            Should.Throw<NotSupportedException>(() => ModuleWeights.Save(new Complex(), path)).Message.ShouldStartWith("The tensor 'values' has numbers of type ComplexFloat32");
            System.IO.File.ReadAllText(path).ShouldBe("kept");
            System.IO.Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!, "*.partial").ShouldBeEmpty();
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static byte[] File(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header), padded = new byte[(json.Length + 7) / 8 * 8], length = new byte[8];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        BinaryPrimitives.WriteInt64LittleEndian(length, padded.Length);
        return [.. length, .. padded, .. data];
    }

    // Nothing but what the format's description says.
    private static Dictionary<string, (string Type, long[] Shape, byte[] Bytes)> ReadIndependently(byte[] bytes)
    {
        int header = (int)BitConverter.ToInt64(bytes);
        ((8 + header) % 8).ShouldBe(0);
        using JsonDocument json = JsonDocument.Parse(bytes.AsMemory(8, header));
        return json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__").ToDictionary(entry => entry.Name, entry =>
        {
            long[] Numbers(string name) => [.. entry.Value.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];
            long[] place = Numbers("data_offsets");
            return (entry.Value.GetProperty("dtype").GetString()!, Numbers("shape"), bytes[(8 + header + (int)place[0])..(8 + header + (int)place[1])]);
        });
    }

    private sealed class Numbers : nn.Module<Tensor, Tensor>
    {
        public Numbers()
            : base(nameof(Numbers))
        {
            ScalarType[] types =
            [
                ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16,
                ScalarType.Float32, ScalarType.Float64,
            ];
            foreach (ScalarType type in types)
            {
                register_buffer($"of{type}", tensor(new float[] { 1, 0, 3, 0.5f, 100, 7 }, [2, 3]).to(type));
            }
        }

        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Complex : nn.Module<Tensor, Tensor>
    {
        public Complex()
            : base(nameof(Complex)) => register_buffer("values", zeros(2, dtype: ScalarType.ComplexFloat32));

        public override Tensor forward(Tensor input) => input;
    }
}
