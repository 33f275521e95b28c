namespace Geometry.Scores.Tests.Oracles;

public class RdmOracleTests
{
    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Dissimilarities_and_their_comparisons_agree_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        var matrices = table.Expected.GetProperty("rdm");
        var comparisons = table.Expected.GetProperty("rdm_other");
        foreach (var (dissimilarity, name) in new[]
        {
            (Dissimilarity.SquaredEuclidean, "squared-euclidean"), (Dissimilarity.Correlation, "correlation"), (Dissimilarity.Crossnobis, "crossnobis"),
        })
        {
            var options = new RdmOptions { Dissimilarity = dissimilarity, Folds = 3 };
            var expected = OracleTable.Numbers(matrices.GetProperty(name));
            var pairs = Scores.Rdm.Matrix(table.Representation, table.Conditions, options).Pairs.ToArray();
            for (var i = 0; i < expected.Length; i++)
            {
                pairs[i].ShouldBe(expected[i], 1e-9 * Math.Max(1, Math.Abs(expected[i])), $"{name} {i}");
            }

            var values = comparisons.GetProperty(name);
            foreach (var comparison in new[] { RdmComparison.Pearson, RdmComparison.Spearman, RdmComparison.Cosine })
            {
                Scores.Rdm.Evaluate(table.Representation, table.Other, "other", table.Conditions, options with { Comparison = comparison }).Value.Value
                    .ShouldBe(values.GetProperty(comparison.ToString().ToLowerInvariant()).GetDouble(), 1e-9, $"{name} {comparison}");
            }
        }

        foreach (var comparison in new[] { RdmComparison.Pearson, RdmComparison.Spearman, RdmComparison.Cosine })
        {
            Scores.Rdm.Evaluate(table.Representation, [table.Dichotomies[0]], table.Conditions, new RdmOptions { Comparison = comparison })[0].Value.Value
                .ShouldBe(table.Expected.GetProperty("rdm_target").GetProperty(comparison.ToString().ToLowerInvariant()).GetDouble(), 1e-9);
        }
    }
}
