using Geometry.Seeding;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Cases;

/// <summary>Rows of four conditions, the combinations of two shapes and two colours, that a small network learns in a few epochs.</summary>
internal static class ContractData
{
    public const int Rows = 40;

    private static readonly string[] Kinds = ["cup", "hat", "pen"];

    /// <summary>The rows as objects.</summary>
    public static ContractRow[] Objects(int rows = Rows) => [.. Enumerable.Range(0, rows).Select(Object)];

    /// <summary>The rows as a view, with two keys that bear values: <c>KindKey</c> (text) and <c>NumberKey</c> (integers).</summary>
    public static IDataView View(MLContext ml, int rows = Rows)
    {
        // The keys are learned from all kinds of rows, so that their values are the same in a view of any length.
        IEstimator<ITransformer> keys = ml.Transforms.Conversion.MapValueToKey("KindKey", "Kind")
            .Append(ml.Transforms.Conversion.MapValueToKey("NumberKey", "Number"));
        return keys.Fit(ml.Data.LoadFromEnumerable(Objects())).Transform(ml.Data.LoadFromEnumerable(Objects(rows)));
    }

    private static ContractRow Object(int row)
    {
        bool shape = row % 2 == 1, colour = row / 2 % 2 == 1;
        int condition = row % 4;
        var noise = new RandomStream(row, "row");
        var features = new float[ContractRow.Width];
        noise.FillGaussian(features);
        for (int i = 0; i < features.Length; i++)
        {
            bool side = i % 3 == 0 ? shape : i % 3 == 1 ? colour : shape != colour;
            features[i] = (0.4f * features[i]) + (side ? 1 : -1);
        }

        return new ContractRow
        {
            Row = row,
            Features = features,
            Image = features,
            Flag = shape,
            ZeroOne = shape ? 1 : 0,
            Real = (2 * features[0]) - features[1],
            Flags = [shape, colour],
            ZeroOnes = [colour ? 1 : 0, shape ? 1 : 0],
            Reals = [features[0], features[1] * features[2]],
            Shape = shape ? "square" : "circle",
            Colour = colour ? "red" : "blue",
            Kind = Kinds[condition % 3],
            Number = condition * 10,
            Small = (short)(condition - 2),
            Code = (uint)condition + 1,
            SmallCode = (byte)(condition + 1),
            Double = row / 7.0,
            Time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(row),
            Span = TimeSpan.FromSeconds(row),
            Stamp = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).AddDays(row),
            RowId = new DataViewRowId((ulong)row * 3, (ulong)row),
            Sparse = row % 5 == 0 ? new VBuffer<float>(40, [.. Enumerable.Range(row, 40)]) : new VBuffer<float>(40, 2, [row, -row], [row % 20, 30]),
            Ragged = [.. Enumerable.Range(0, row % 4).Select(i => (float)(i * row))],
            Words = [.. Enumerable.Range(0, row % 3).Select(i => $"word {row} {i}")],
        };
    }
}
