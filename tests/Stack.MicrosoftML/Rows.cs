using Microsoft.ML.Data;

namespace Stack.MicrosoftML;

public sealed class Point
{
    public int Id { get; set; }

    public float A { get; set; }

    public float B { get; set; }

    public string Text { get; set; } = "";

    [VectorType(3)]
    public float[] Vector { get; set; } = new float[3];

    [KeyType(3)]
    public uint Key { get; set; }

    public static Point[] Make(int count) => [.. Enumerable.Range(0, count).Select(i => new Point
    {
        Id = i,
        A = i,
        B = -i,
        Text = "t" + i,
        Vector = [i, i + 0.5f, i + 1],
        Key = (uint)(i % 4),
    })];
}
