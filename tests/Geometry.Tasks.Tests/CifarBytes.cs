namespace Geometry.Tasks.Tests;

/// <summary>Makes files in the binary formats of CIFAR.</summary>
internal static class CifarBytes
{
    /// <summary>One record: the labels, then pixels that count on from a start, modulo 256.</summary>
    public static byte[] Record(byte[] labels, int start) => [.. labels, .. Enumerable.Range(start, 3072).Select(i => (byte)i)];

    /// <summary>A record a label, with pixels that start at 10 times its place.</summary>
    public static byte[] Cifar10(params byte[] labels) => [.. labels.SelectMany((label, i) => Record([label], 10 * i))];

    public static byte[] Cifar100(params (byte Superclass, byte Class)[] labels) =>
        [.. labels.SelectMany((label, i) => Record([label.Superclass, label.Class], 10 * i))];
}
