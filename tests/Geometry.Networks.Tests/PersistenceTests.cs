using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class PersistenceTests
{
    [Theory]
    [InlineData("relu-ceiling(1.5)", ReadoutMode.Trained)]
    [InlineData("tanh", ReadoutMode.FixedBalanced)]
    public void Should_Come_Back_As_It_Was(string nonlinearity, ReadoutMode readout)
    {
        using DisposeScope scope = NewDisposeScope();
        using Mlp network = new(7, 3, new MlpOptions { HiddenWidths = [11, 5], Nonlinearity = Nonlinearity.Parse(nonlinearity), Readout = readout });
        using MemoryStream stream = new();
        network.Save(stream);
        stream.WriteByte(42);
        stream.Position = 0;
        using Mlp loaded = Mlp.Load(stream);
        stream.ReadByte().ShouldBe(42);
        loaded.Architecture.HiddenWidths.ShouldBe([11, 5]);
        (loaded.Architecture with { HiddenWidths = network.Architecture.HiddenWidths }).ShouldBe(network.Architecture);
        MlpTests.Weights(loaded).ShouldBe(MlpTests.Weights(network));
        Tensor rows = ones(2, 7);
        MlpTests.Values(loaded.call(rows)).ShouldBe(MlpTests.Values(network.call(rows)));
    }

    [Fact]
    public void Should_Be_Compact()
    {
        using Mlp network = new(784, 1, new MlpOptions());
        byte[] bytes = Saved(network);
        bytes.Length.ShouldBeLessThan(((784 * 128) + 128 + 128 + 1) * sizeof(float) + 600);
    }

    [Fact]
    public void Should_Need_The_Function_Of_A_User_Again()
    {
        Nonlinearity cube = Nonlinearity.FromFunction("cube", x => x * x * x);
        using Mlp network = new(2, 1, new MlpOptions { HiddenWidths = [3], Nonlinearity = cube });
        byte[] bytes = Saved(network);
        using Mlp loaded = Mlp.Load(new MemoryStream(bytes), cube);
        loaded.Architecture.Nonlinearity.ShouldBe(cube);
        Should.Throw<InvalidOperationException>(() => Mlp.Load(new MemoryStream(bytes))).Message.ShouldBe(
            "The saved network uses the user-defined nonlinearity 'cube', whose function is not saved with it. "
            + "Pass Nonlinearity.FromFunction(\"cube\", ...) to Load.");
    }

    [Fact]
    public void Should_Refuse_What_It_Cannot_Read()
    {
        using Mlp network = new(2, 1, new MlpOptions { HiddenWidths = [3] });
        byte[] bytes = Saved(network);
        Message(bytes[..^1]).ShouldBe("The safetensors file is truncated: 52 bytes were expected at its end and 51 found.");
        Message(bytes[..3]).ShouldBe("The safetensors file is truncated: 8 bytes were expected at its end and 3 found.");
        Message(Changed(bytes, 7, 1)).ShouldStartWith("This is no safetensors file: its header claims 7205759403");
        Message(Changed(bytes, 8, (byte)'[')).ShouldBe("The header of the safetensors file is damaged: it is no JSON object in UTF-8.");
        Message(Replaced(bytes, "\\\"version\\\":1", "\\\"version\\\":2")).ShouldBe(
            "The saved network has format version 2; this release reads version 1. Use a later release of the library.");
        Message(Replaced(bytes, "\\\"kind\\\":\\\"mlp", "\\\"kind\\\":\\\"mlq")).ShouldBe("The safetensors file is of kind 'mlq', not 'mlp'.");
        Message(Replaced(bytes, "\\\"hidden\\\":[3]", "\\\"hidden\\\":[4]")).ShouldBe(
            "The safetensors file does not fit the network: Hidden1.weight is F32 [3, 2] and should be F32 [4, 2], Hidden1.bias is F32 [3] and should be F32 [4], "
            + "Readout.weight is F32 [1, 3] and should be F32 [1, 4].");
        Message(Replaced(bytes, "\"Readout.bias", "\"Readout.bibs")).ShouldBe(
            "The safetensors file does not fit the network: it lacks Readout.bias; the network has no Readout.bibs.");
    }

    private static string Message(byte[] bytes) => Should.Throw<InvalidDataException>(() => Mlp.Load(new MemoryStream(bytes))).Message;

    private static byte[] Changed(byte[] bytes, int index, byte value)
    {
        byte[] changed = [.. bytes];
        changed[index] = value;
        return changed;
    }

    private static byte[] Replaced(byte[] bytes, string text, string other)
    {
        string all = Encoding.Latin1.GetString(bytes);
        all.ShouldContain(text);
        return Encoding.Latin1.GetBytes(all.Replace(text, other, StringComparison.Ordinal));
    }

    private static byte[] Saved(Mlp network)
    {
        using MemoryStream stream = new();
        network.Save(stream);
        return stream.ToArray();
    }
}
