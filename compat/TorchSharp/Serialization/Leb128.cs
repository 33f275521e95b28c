namespace TorchSharp;

/// <summary>Unsigned integers of any length, seven bits a byte, the lowest first: the numbers in TorchSharp's own file format.</summary>
internal static class Leb128
{
    internal static void Write(BinaryWriter writer, long value)
    {
        for (ulong rest = (ulong)value; ; rest >>= 7)
        {
            writer.Write((byte)(rest < 128 ? rest : rest & 127 | 128));
            if (rest < 128) return;
        }
    }

    internal static long Read(BinaryReader reader)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = reader.ReadByte();
            if (shift > 63) throw new FormatException("A number in the tensor file is longer than 64 bits.");
            value |= (ulong)(part & 127) << shift;
            if (part < 128) return (long)value;
        }
    }
}
