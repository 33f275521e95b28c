using Geometry.Seeding;

namespace Geometry.Networks.Tests;

public unsafe class MatrixProductTests
{
    public static TheoryData<int, int, int, bool> Shapes
    {
        get
        {
            TheoryData<int, int, int, bool> shapes = [];
            foreach (int rows in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 17, 32, 50 })
            {
                foreach (int columns in new[] { 8, 16, 24, 40, 48, 56, 104, 128 })
                {
                    shapes.Add(rows, columns, (rows * 7) % 23, rows % 2 == 0);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_Be_The_Product_With_The_Same_Bits_At_Every_Width_Of_Vector(int rows, int columns, int inner, bool isTransposed)
    {
        float[] left = Values(rows * inner, "left"), right = Values(inner * columns, "right"), start = Values(rows * columns, "start");
        float[] factor = Values(rows * columns, "factor"), expected = new float[rows * columns];
        for (int i = 0; i < expected.Length; i++)
        {
            float sum = start[i];
            for (int k = 0; k < inner; k++)
            {
                float element = isTransposed ? left[(k * rows) + (i / columns)] : left[(i / columns * inner) + k];
                sum = MathF.FusedMultiplyAdd(element, right[(k * columns) + (i % columns)], sum);
            }

            expected[i] = sum * factor[i];
        }

        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            float[] actual = new float[expected.Length];
            fixed (float* l = left, r = right, s = start, f = factor, a = actual)
            {
                new MatrixProduct
                {
                    Rows = rows,
                    Columns = columns,
                    Inner = inner,
                    Left = l,
                    LeftRowStride = isTransposed ? 1 : inner,
                    LeftStep = isTransposed ? rows : 1,
                    Right = r,
                    RightStride = columns,
                    Start = s,
                    StartStride = columns,
                    Result = a,
                    ResultStride = columns,
                    Factor = f,
                }.Compute(width);
            }

            actual.ShouldBe(expected, $"{width}");
        }
    }

    private static float[] Values(int count, string name)
    {
        float[] values = new float[count];
        new RandomStream(1, name).FillGaussian(values.AsSpan());
        return values;
    }
}
