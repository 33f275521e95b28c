namespace Geometry.Scores.Tests.Oracles;

public class AlignmentOracleTests
{
    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Every_kind_agrees_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        foreach (var kind in Enum.GetValues<AlignmentKind>())
        {
            // All rows fit into one batch.
            var formula = kind == AlignmentKind.Minibatch ? AlignmentKind.Debiased : kind;
            var expected = table.Expected.GetProperty("alignment").GetProperty(formula.ToString().ToLowerInvariant());
            foreach (var (unit, name) in new[] { (AlignmentUnit.Rows, "rows"), (AlignmentUnit.ConditionMeans, "conditions") })
            {
                if (!expected.TryGetProperty(name, out var value))
                {
                    continue;
                }

                var options = new AlignmentOptions { Kind = kind, Unit = unit };
                var entry = Scores.Alignment.Evaluate(table.Representation, table.Other, "other", table.Conditions, options);
                entry.Value.Value.ShouldBe(value.GetDouble(), 1e-9, $"{kind} {name}");
                var targets = OracleTable.Numbers(expected.GetProperty(name + "_targets"));
                var entries = Scores.Alignment.Evaluate(table.Representation, table.Dichotomies, table.Conditions, options);
                for (var i = 0; i < targets.Length; i++)
                {
                    entries[i].Value.Value.ShouldBe(targets[i], 1e-9, $"{kind} {name} {entries[i].Target}");
                }
            }
        }
    }

    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Minibatches_agree_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        foreach (var size in new[] { 8, 20 })
        {
            var options = new AlignmentOptions { Kind = AlignmentKind.Minibatch, Unit = AlignmentUnit.Rows, BatchSize = size };
            Scores.Alignment.Evaluate(table.Representation, table.Other, "other", null, options).Value.Value
                .ShouldBe(table.Expected.GetProperty("minibatch").GetProperty($"{size}").GetDouble(), 1e-9);
        }
    }
}
