namespace Geometry.Scores.Tests.Oracles;

public class GeometryOracleTests
{
    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Parallelism_and_dimension_agree_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        var expected = OracleTable.Numbers(table.Expected.GetProperty("parallelism"));
        var entries = Scores.Parallelism.Evaluate(table.Representation, table.Conditions, table.Dichotomies);
        for (var i = 0; i < expected.Length; i++)
        {
            entries[i].Value.Value.ShouldBe(expected[i], 1e-9, entries[i].Target);
        }

        var ratio = table.Expected.GetProperty("participation");
        Scores.Dimension.Evaluate(table.Representation, table.Conditions).Value.Value.ShouldBe(ratio.GetProperty("conditions").GetDouble(), 1e-9);
        Scores.Dimension.Evaluate(table.Representation, null).Value.Value.ShouldBe(ratio.GetProperty("rows").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Variants_of_parallelism_agree_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        var expected = table.Expected.GetProperty("parallelism_variants");
        var m = table.Conditions.Count;
        Check("pearson", table.Conditions, [.. table.Dichotomies.Take(5)], new ParallelismOptions { Similarity = CodingSimilarity.Pearson });
        Check("unequal", table.Conditions, [.. Enumerable.Range(1, m / 2 - 1).Select(k => new Dichotomy($"{k}", [.. Enumerable.Range(0, m).Select(c => c < k)]))], new ParallelismOptions());
        Check("hamming-cosine", table.HighLow, table.Dichotomies, new ParallelismOptions { Pairing = ParallelismPairing.HammingOne });
        Check("hamming-pearson", table.HighLow, table.Dichotomies, new ParallelismOptions { Pairing = ParallelismPairing.HammingOne, Similarity = CodingSimilarity.Pearson });

        void Check(string name, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, ParallelismOptions options)
        {
            var values = expected.GetProperty(name).EnumerateArray().ToArray();
            var entries = Scores.Parallelism.Evaluate(table.Representation, conditions, targets, options);
            for (var i = 0; i < values.Length; i++)
            {
                var isNumber = values[i].ValueKind == System.Text.Json.JsonValueKind.Number;
                entries[i].Value.IsDefined.ShouldBe(isNumber);
                (isNumber ? entries[i].Value.Value - values[i].GetDouble() : 0).ShouldBe(0, 1e-9, $"{name} {entries[i].Target}");
            }
        }
    }
}
