namespace Geometry.Scores.Tests.Oracles;

public class DecoderOracleTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var table in new[] { "tall", "wide", "offset" })
        {
            foreach (var decoder in new[] { "svm", "svm-balanced", "least-squares", "logistic" })
            {
                cases.Add(table, decoder);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_agree_with_scikit_learn(string tableName, string decoderName)
    {
        var table = new OracleTable(tableName);
        var fits = table.Expected.GetProperty("fits").GetProperty(decoderName);
        foreach (var target in new[] { "first", "zero-against-rest" })
        {
            var positive = table.Conditions.Codes.ToArray()
                .Select(code => target == "first" ? table.Dichotomies[0].IsPositive(code) : code == 0).ToArray();
            var classifier = OracleTable.Decoder(decoderName).Fit(table.Representation, positive);
            var weights = OracleTable.Numbers(fits.GetProperty(target).GetProperty("weights"));
            for (var i = 0; i < weights.Length; i++)
            {
                classifier.Weights[i].ShouldBe(weights[i], 1e-5, $"{target}, weight {i}");
            }

            classifier.Intercept.ShouldBe(fits.GetProperty(target).GetProperty("intercept").GetDouble(), 1e-5, target);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Held_out_accuracy_agrees_with_scikit_learn(string tableName, string decoderName)
    {
        var table = new OracleTable(tableName);
        var train = Subset(table, row => row % 3 != 0);
        var test = Subset(table, row => row % 3 == 0);
        var entries = Scores.Decodability.Evaluate(
            train.Representation, train.Conditions, test.Representation, test.Conditions, table.Dichotomies, new DecodabilityOptions { Decoder = OracleTable.Decoder(decoderName) });
        var expected = OracleTable.Numbers(table.Expected.GetProperty("held_out").GetProperty(decoderName));
        for (var i = 0; i < expected.Length; i++)
        {
            entries[i].Value.Value.ShouldBe(expected[i], 1e-12, entries[i].Target);
        }

        var areas = OracleTable.Numbers(table.Expected.GetProperty("auc").GetProperty(decoderName));
        var ranked = Scores.Decodability.Evaluate(
            train.Representation,
            train.Conditions,
            test.Representation,
            test.Conditions,
            table.Dichotomies,
            new DecodabilityOptions { Decoder = OracleTable.Decoder(decoderName), Measures = DecodingMeasures.Auc });
        for (var i = 0; i < areas.Length; i++)
        {
            ranked[i].Value.Value.ShouldBe(areas[i], 1e-12, ranked[i].Target);
            ranked[i].Variant.ShouldBe($"{decoderName}/held-out/auc");
        }

        var unequal = new Dichotomy("zero-against-rest", [.. Enumerable.Range(0, table.Conditions.Count).Select(c => c == 0)]);
        Scores.Decodability.Evaluate(
            train.Representation,
            train.Conditions,
            test.Representation,
            test.Conditions,
            [unequal],
            new DecodabilityOptions { Decoder = OracleTable.Decoder(decoderName), Measures = DecodingMeasures.BalancedAccuracy })[0].Value.Value
            .ShouldBe(table.Expected.GetProperty("balanced").GetProperty(decoderName).GetDouble(), 1e-12);
        var shattering = Scores.Shattering.Evaluate(
            train.Representation,
            train.Conditions,
            test.Representation,
            test.Conditions,
            new ShatteringOptions { Decoding = new DecodabilityOptions { Decoder = OracleTable.Decoder(decoderName) } });
        shattering[0].Value.Value.ShouldBe(expected.Average(), 1e-12);
        var classes = Scores.Decodability.EvaluateClasses(
            train.Representation,
            train.Conditions,
            test.Representation,
            test.Conditions,
            "condition",
            train.Conditions,
            new DecodabilityOptions { Decoder = OracleTable.Decoder(decoderName), Measures = DecodingMeasures.All });
        var multiclass = table.Expected.GetProperty("multiclass").GetProperty(decoderName);
        foreach (var entry in classes)
        {
            var measure = entry.Variant.Split('/')[^1]["multiclass-".Length..];
            entry.Value.Value.ShouldBe(multiclass.GetProperty(measure).GetDouble(), 1e-12, entry.Variant);
        }

        classes.Count.ShouldBe(3);
        entries[^1].Target.ShouldBe(ScoreEntry.MeanTarget);
        entries[^1].Value.Value.ShouldBe(expected.Average(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ccgp_agrees_with_scikit_learn(string tableName, string decoderName)
    {
        var table = new OracleTable(tableName);
        foreach (var protocol in table.Expected.GetProperty("ccgp").GetProperty(decoderName).EnumerateObject())
        {
            var split = protocol.Name switch
            {
                "half-half" => CcgpSplit.HalfHalf,
                "all-sizes" => CcgpSplit.AllSizes,
                "by-variable:high" => CcgpSplit.ByVariable,
                _ => CcgpSplit.LeaveOnePairOut,
            };
            var expected = protocol.Value.EnumerateArray().Select(OracleTable.Numbers).ToArray();
            var entries = Scores.Ccgp.Evaluate(
                table.Representation,
                table.HighLow,
                [.. table.Dichotomies.Take(expected.Length)],
                new CcgpOptions { Decoder = OracleTable.Decoder(decoderName), Split = split, Variable = split == CcgpSplit.ByVariable ? "high" : null });
            for (var i = 0; i < expected.Length; i++)
            {
                entries[i].N.ShouldBe(expected[i].Length);
                entries[i].Variant.ShouldBe($"{decoderName}/{protocol.Name}");
                if (expected[i].Length == 0)
                {
                    entries[i].Value.IsDefined.ShouldBeFalse();
                }
                else
                {
                    entries[i].Value.Value.ShouldBe(expected[i].Average(), 1e-12, entries[i].Target);
                }
            }
        }
    }

    private static (Representation Representation, ConditionLabels Conditions) Subset(OracleTable table, Func<int, bool> keep)
    {
        var rows = Enumerable.Range(0, table.Conditions.Rows).Where(keep).ToArray();
        return (
            new Representation(rows.SelectMany(row => table.Representation.Row(row).ToArray()).ToArray(), rows.Length, table.Representation.Width),
            new ConditionLabels(rows.Select(row => table.Conditions.Codes[row]).ToArray(), table.Conditions.Names));
    }
}
