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
}
