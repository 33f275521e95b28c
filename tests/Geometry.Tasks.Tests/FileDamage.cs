namespace Geometry.Tasks.Tests;

/// <summary>Damages files the way disks, cables and people do.</summary>
internal static class FileDamage
{
    /// <summary>Gives a copy that is cut, or has bytes changed, put in or taken out.</summary>
    public static byte[] Apply(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        int at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1:
                bytes[at] ^= (byte)random.Next(1, 256);
                break;
            case 2:
                bytes.InsertRange(at, new byte[random.Next(1, 20)]);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                break;
            default:
                for (int i = 0; i < 10; i++)
                {
                    bytes[random.Next(Math.Min(64, bytes.Count))] = (byte)random.Next(256);
                }

                break;
        }

        return [.. bytes];
    }
}
