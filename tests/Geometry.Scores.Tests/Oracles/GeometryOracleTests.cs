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

    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Measures_of_dimension_agree_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        var expected = table.Expected.GetProperty("dimension");
        var ten = new Representation(table.Representation.Values[..(10 * table.Representation.Width)].ToArray(), 10, table.Representation.Width);
        Check("conditions", table.Representation, table.Conditions, table.Conditions.Count > 3);
        Check("rows", table.Representation, null, false);
        Check("ten_rows", ten, null, true);

        void Check(string name, Representation representation, ConditionLabels? conditions, bool corrected)
        {
            double Value(DimensionMeasure measure) =>
                Scores.Dimension.Evaluate(representation, conditions, new DimensionOptions { Measure = measure }).Value.Value;
            var numbers = expected.GetProperty(name);
            Value(DimensionMeasure.EntropyRank).ShouldBe(numbers.GetProperty("entropy").GetDouble(), 1e-8);
            Value(DimensionMeasure.VarianceCount).ShouldBe(numbers.GetProperty("variance-90").GetDouble());
            if (corrected)
            {
                var value = numbers.GetProperty("corrected").GetDouble();
                Value(DimensionMeasure.CorrectedParticipationRatio).ShouldBe(value, 1e-8 * value);
            }
        }
    }

    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("offset")]
    public void Neural_collapse_agrees_with_numpy(string tableName)
    {
        var table = new OracleTable(tableName);
        var expected = table.Expected.GetProperty("collapse");
        var classes = Samples.Conditions([.. table.Conditions.Codes.ToArray().Select(c => c % (table.Conditions.Count / 2))]);
        var readout = new LinearReadout(
            expected.GetProperty("weights").EnumerateArray().SelectMany(OracleTable.Numbers).Select(v => (float)v).ToArray(),
            OracleTable.Numbers(expected.GetProperty("biases")).Select(v => (float)v).ToArray(),
            classes.Count);
        var entries = NeuralCollapse.Evaluate(table.Representation, table.Conditions, "class", classes, readout).ToDictionary(e => e.Variant, e => e.Value.Value);

        foreach (var (part, suffix) in new[] { ("total", ""), ("between-conditions", "/between-conditions"), ("noise", "/noise") })
        {
            var numbers = expected.GetProperty(part);
            entries["nc1/pinv" + suffix].ShouldBe(numbers.GetProperty("pinv").GetDouble(), 1e-9);
            entries["nc1/trace-quotient" + suffix].ShouldBe(numbers.GetProperty("quotient").GetDouble(), 1e-9);
            entries["nc1/cdnv" + suffix].ShouldBe(numbers.GetProperty("cdnv").GetDouble(), 1e-9);
        }

        foreach (var (name, variant) in new[] { ("equinorm", "nc2/equinorm"), ("equiangular", "nc2/equiangular"), ("maximal-angle", "nc2/maximal-angle"), ("nc4", "nc4") })
        {
            entries[variant].ShouldBe(expected.GetProperty(name).GetDouble(), 1e-9, variant);
        }

        // The readout's weights are floats there and doubles in numpy.
        entries["nc3"].ShouldBe(expected.GetProperty("nc3").GetDouble(), 1e-6);
    }
}
