namespace Geometry.Scores.Tests.Properties;

/// <summary>Computes the entries of any variant of the catalogue.</summary>
internal sealed class VariantScores(ConditionLabels conditions, ConditionLabels testConditions)
{
    private readonly Dichotomy[] _targets = [.. Dichotomy.AllBalanced(conditions.Count)];

    /// <summary>The entries of exactly this variant, on rows to train on and rows to test on.</summary>
    public ScoreEntry[] Of(string score, string variant, Representation rows, Representation testRows)
    {
        var parts = variant.Split('/');
        IEnumerable<ScoreEntry> entries = score switch
        {
            Scores.Alignment.Name => Scores.Alignment.Evaluate(
                rows, _targets, conditions, new AlignmentOptions { Kind = Enum.Parse<AlignmentKind>(parts[0], true), Unit = parts[1] == "rows" ? AlignmentUnit.Rows : AlignmentUnit.ConditionMeans, BatchSize = 8 }),
            Scores.Decodability.Name => Decodability(parts, rows, testRows),
            Scores.Shattering.Name => Shattering(parts, rows, testRows),
            Scores.Ccgp.Name => Scores.Ccgp.Evaluate(rows, HighLow(conditions), _targets, new CcgpOptions { Decoder = Decoder(parts[0]), Split = Split(parts[1]), Variable = "high" }),
            Scores.Parallelism.Name => Scores.Parallelism.Evaluate(rows, HighLow(conditions), _targets, new ParallelismOptions
            {
                Similarity = Enum.Parse<CodingSimilarity>(parts[0], true),
                Pairing = parts[1] == "hamming-one" ? ParallelismPairing.HammingOne : ParallelismPairing.BestPairing,
            }),
            Scores.Dimension.Name => Enum.GetValues<DimensionMeasure>().SelectMany(measure => (ScoreEntry[])
            [
                Scores.Dimension.Evaluate(rows, conditions, new DimensionOptions { Measure = measure }),
                Scores.Dimension.Evaluate(rows, null, new DimensionOptions { Measure = measure }),
            ]),
            NeuralCollapse.Name => NeuralCollapse.Evaluate(rows, conditions, "class", Classes(conditions), Readout(rows.Width)),
            Scores.Rdm.Name => Enum.GetValues<Dissimilarity>().SelectMany(d => Enum.GetValues<RdmComparison>().SelectMany(c =>
                Scores.Rdm.Evaluate(rows, _targets, conditions, new RdmOptions { Dissimilarity = d, Comparison = c }))),
            _ => throw new ArgumentOutOfRangeException(nameof(score), score, "Say here how this score is computed."),
        };
        return [.. entries.Where(e => ScoreCatalog.Find(e.Score)!.FindVariant(e.Variant)?.Name == variant)];
    }

    private static ConditionLabels HighLow(ConditionLabels labels) => ConditionLabels.Combine(("high", Part(labels, c => c / 2)), ("low", Part(labels, c => c % 2)));

    private static ConditionLabels Part(ConditionLabels labels, Func<int, int> part) => Samples.Conditions([.. labels.Codes.ToArray().Select(part)]);

    /// <summary>Three classes of the conditions 0 and 3, 1, 2.</summary>
    private static ConditionLabels Classes(ConditionLabels labels) => Part(labels, c => c % 3);

    private static LinearReadout Readout(int width) => new(Enumerable.Range(0, 3 * width).Select(i => MathF.Sin(i)).ToArray(), new[] { 0.1f, -0.2f, 0.3f }, 3);

    private static LinearDecoder Decoder(string name) => name switch
    {
        "svm" => LinearDecoder.SupportVector,
        "least-squares" => LinearDecoder.LeastSquares,
        _ => LinearDecoder.Logistic,
    };

    private static CcgpSplit Split(string name) => name switch
    {
        "half-half" => CcgpSplit.HalfHalf,
        "all-sizes" => CcgpSplit.AllSizes,
        "by-variable" => CcgpSplit.ByVariable,
        _ => CcgpSplit.LeaveOnePairOut,
    };

    private IReadOnlyList<ScoreEntry> Decodability(string[] parts, Representation rows, Representation testRows)
    {
        var options = new DecodabilityOptions { Decoder = Decoder(parts[0]), Measures = DecodingMeasures.All };
        return (parts[1] == "held-out", parts[2].StartsWith("multiclass-", StringComparison.Ordinal)) switch
        {
            (false, false) => Scores.Decodability.Evaluate(rows, conditions, _targets, options),
            (false, true) => Scores.Decodability.EvaluateClasses(rows, conditions, "class", Classes(conditions), options),
            (true, false) => Scores.Decodability.Evaluate(rows, conditions, testRows, testConditions, _targets, options),
            _ => Scores.Decodability.EvaluateClasses(rows, conditions, testRows, testConditions, "class", Classes(conditions), options),
        };
    }

    private IReadOnlyList<ScoreEntry> Shattering(string[] parts, Representation rows, Representation testRows)
    {
        var test = Enum.GetValues<ShatteringTest>().FirstOrDefault(t => new ShatteringOptions { Test = t }.TestName == parts[^1]);
        var options = new ShatteringOptions
        {
            Decoding = new DecodabilityOptions { Decoder = Decoder(parts[0]), Null = new NullOptions { Draws = 19 } },
            Trained = [_targets[0]],
            Test = test,
            Significance = 0.1,
        };
        return parts[1] == "held-out"
            ? Scores.Shattering.Evaluate(rows, conditions, testRows, testConditions, options)
            : Scores.Shattering.Evaluate(rows, conditions, options);
    }
}
