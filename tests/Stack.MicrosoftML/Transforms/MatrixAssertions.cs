namespace Stack.MicrosoftML.Transforms;

internal static class MatrixAssertions
{
    /// <summary>Equality up to the four digits of the expected values.</summary>
    public static void ShouldBeClose(this IReadOnlyList<float[]> actual, float[][] expected)
    {
        actual.Count.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++)
            for (int k = 0; k < expected[i].Length; k++) actual[i][k].ShouldBe(expected[i][k], 1e-4f, $"row {i}, slot {k}");
    }
}
