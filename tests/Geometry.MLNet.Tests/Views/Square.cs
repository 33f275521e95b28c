using Microsoft.ML;

namespace Geometry.MLNet.Tests.Views;

/// <summary>
/// Four conditions, the signs of two variables A and B, whose responses are known: (2A, B, 1) in each row. So decoders and kernels
/// have values that can be computed by hand.
/// </summary>
internal static class Square
{
    public const int RowsPerCondition = 5;

    /// <summary>The view: Embedding, Input (A, B, AB), Axes (A, B), Dead (always 3), the variables as text, and their exclusive or as Boolean.</summary>
    public static IDataView View(MLContext ml, Func<int, int, bool>? keep = null) => Columns.View(
        ml,
        from row in Enumerable.Range(0, RowsPerCondition)
        from a in new[] { -1, 1 }
        from b in new[] { -1, 1 }
        where keep is null || keep(a, b)
        select new
        {
            Embedding = new float[] { 2 * a, b, 1 },
            Input = new float[] { a, b, a * b },
            Axes = new float[] { a, b },
            Dead = new float[] { 3, 3 },
            Broken = new[] { a, row == 4 ? float.NaN : b },
            A = a > 0 ? "plus" : "minus",
            B = b > 0 ? "plus" : "minus",
            Xor = a * b < 0,
            SideA = a > 0,
            Row = row,
            Few = row == 0,
            Nothing = "",
            Real = 0.5f * row,
        },
        ("Embedding", 3), ("Input", 3), ("Axes", 2), ("Dead", 2), ("Broken", 2));
}
