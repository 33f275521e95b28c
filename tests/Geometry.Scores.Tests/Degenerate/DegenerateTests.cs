namespace Geometry.Scores.Tests.Degenerate;

/// <summary>Every score, on data that defines it badly or not at all, gives a finite value or a reason.</summary>
public class DegenerateTests
{
    public static TheoryData<string> Cases =>
    [
        "constant column", "all constant", "all zero", "one condition", "one row a condition", "duplicate conditions", "one row", "two conditions",
        "odd number of conditions", "wide and short", "empty condition", "huge values", "tiny values", "repeated rows",
        "the largest floats", "the smallest floats", "one unit", "one outlier", "a row among many",
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_or_a_reason_but_never_NaN(string name)
    {
        var (representation, conditions) = Data(name);
        var targets = conditions.Count >= 2 ? [.. Dichotomy.AllBalanced(conditions.Count)] : new[] { new Dichotomy("all", [true]) };
        var entries = new List<ScoreEntry>();
        foreach (var kind in Enum.GetValues<AlignmentKind>())
        {
            foreach (var unit in Enum.GetValues<AlignmentUnit>())
            {
                var options = new AlignmentOptions { Kind = kind, Unit = unit };
                entries.AddRange(Scores.Alignment.Evaluate(representation, targets, conditions, options));
                entries.Add(Scores.Alignment.Evaluate(representation, representation, "itself", conditions, options));
            }
        }

        foreach (var weighting in Enum.GetValues<ClassWeighting>())
        {
            foreach (LinearDecoder decoder in new LinearDecoder[] { new SupportVectorDecoder(), new LeastSquaresDecoder(), new LogisticDecoder() })
            {
                var weighted = decoder with { Weighting = weighting };
                foreach (var split in new[] { CcgpSplit.LeaveOnePairOut, CcgpSplit.HalfHalf, CcgpSplit.AllSizes })
                {
                    entries.AddRange(Scores.Ccgp.Evaluate(representation, conditions, targets, new CcgpOptions { Decoder = weighted, Split = split }));
                }

                var options = new DecodabilityOptions { Decoder = weighted, Measures = DecodingMeasures.All, Null = new NullOptions { Draws = 2 } };
                entries.AddRange(Scores.Decodability.Evaluate(representation, conditions, targets, options));
                entries.AddRange(Scores.Decodability.EvaluateClasses(representation, conditions, "condition", conditions, options));
                entries.AddRange(Scores.Decodability.EvaluateClasses(representation, conditions, representation, conditions, "condition", conditions, options));
                entries.AddRange(Scores.Decodability.Evaluate(representation, conditions, representation, conditions, targets, options));
            }
        }

        foreach (var test in Enum.GetValues<ShatteringTest>())
        {
            var decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Null = new NullOptions { Draws = 2, Kind = NullKind.Geometric } };
            var options = new ShatteringOptions { Decoding = decoding, Test = test, Trained = [targets[0]] };
            entries.AddRange(Scores.Shattering.Evaluate(representation, conditions, options));
            entries.AddRange(Scores.Shattering.Evaluate(representation, conditions, representation, conditions, options));
        }

        foreach (var kind in Enum.GetValues<NullKind>())
        {
            var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares, Null = new NullOptions { Draws = 2, Kind = kind } };
            entries.AddRange(Scores.Ccgp.Evaluate(representation, conditions, targets, options));
        }

        var variables = ConditionLabels.Combine(("only", conditions));
        foreach (var similarity in Enum.GetValues<CodingSimilarity>())
        {
            var options = new ParallelismOptions { Similarity = similarity, Null = new NullOptions { Draws = 2, Kind = NullKind.Geometric } };
            entries.AddRange(Scores.Parallelism.Evaluate(representation, conditions, targets, options));
            if (variables.Count == conditions.Count)
            {
                entries.AddRange(Scores.Parallelism.Evaluate(representation, variables, targets, options with { Pairing = ParallelismPairing.HammingOne }));
            }
        }

        foreach (var dissimilarity in Enum.GetValues<Dissimilarity>())
        {
            foreach (var comparison in Enum.GetValues<RdmComparison>())
            {
                var options = new RdmOptions { Dissimilarity = dissimilarity, Comparison = comparison };
                entries.AddRange(Scores.Rdm.Evaluate(representation, targets, conditions, options));
                entries.Add(Scores.Rdm.Evaluate(representation, representation, "itself", conditions, options));
            }
        }

        foreach (var measure in Enum.GetValues<DimensionMeasure>())
        {
            entries.Add(Scores.Dimension.Evaluate(representation, conditions, new DimensionOptions { Measure = measure }));
            entries.Add(Scores.Dimension.Evaluate(representation, null, new DimensionOptions { Measure = measure }));
        }

        foreach (var classes in new[] { conditions, conditions.WithCodes(conditions.Codes.ToArray().Select(c => c / 2).ToArray()) })
        {
            var weights = Enumerable.Range(0, classes.Count * representation.Width).Select(i => i % 5 - 1f).ToArray();
            entries.AddRange(NeuralCollapse.Evaluate(representation, conditions, "class", classes, new LinearReadout(weights, default, classes.Count)));
        }

        entries.AddRange(Scores.Alignment.Evaluate(representation, targets, conditions, null, representation));
        var matrix = Scores.Alignment.Matrix([("a", representation), ("b", representation)], conditions);
        entries.AddRange([matrix[0, 0], matrix[0, 1], matrix[1, 0]]);
        foreach (var unit in Enum.GetValues<ResamplingUnit>())
        {
            var resampling = new ResamplingOptions { Unit = unit, Draws = 3 };
            entries.AddRange(Scores.Resampling.Evaluate(
                representation, conditions, (r, c) => [Scores.Dimension.Evaluate(r, c), Scores.Rdm.Evaluate(r, r, "itself", c), Scores.Alignment.Evaluate(r, r, "itself", c)], resampling));
        }

        foreach (var entry in entries)
        {
            (entry.Interval is not { } interval || double.IsFinite(interval.Lower + interval.Upper + interval.StandardError)).ShouldBeTrue(entry.ToString());
            foreach (var bound in (double?[])[entry.Bounds?.Floor, entry.Bounds?.Least, entry.Bounds?.Ceiling])
            {
                (bound is null or >= -1 and <= 1 + 1e-12).ShouldBeTrue(entry.ToString());
            }

            var definition = ScoreCatalog.Find(entry.Score).ShouldNotBeNull();
            definition.FindVariant(entry.Variant).ShouldNotBeNull(entry.Variant);
            if (entry.Value.IsDefined)
            {
                entry.Value.Value.ShouldBeInRange(definition.Minimum - 1e-9, definition.Maximum + 1e-9, entry.ToString());
                if (entry.Null is { } summary)
                {
                    summary.PValue.ShouldBeInRange(1e-9, 1, entry.ToString());
                    (double.IsFinite(summary.Mean) && double.IsFinite(summary.StandardDeviation)).ShouldBeTrue(entry.ToString());
                }

                (entry.StandardError is null || double.IsFinite(entry.StandardError.Value)).ShouldBeTrue(entry.ToString());
            }
            else
            {
                entry.Value.Reason.ShouldNotBeNullOrWhiteSpace();
                entry.StandardError.ShouldBeNull();
            }
        }
    }

    [Theory]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    [InlineData(float.NaN, "NaN")]
    public void What_is_not_finite_is_refused_with_its_place(float bad, string text)
    {
        var values = new float[20];
        values[13] = bad;

        Should.Throw<ArgumentException>(() => new Representation(values, 5, 4)).Message
            .ShouldContain($"The value in row 3, column 1 (both counted from 0) is {text}.");
    }

    private static (Representation Representation, ConditionLabels Conditions) Data(string name)
    {
        var (clouds, four) = Samples.Clouds(4, 5, 3, 0.5, seed: 1);
        Representation Map(Func<float, int, float> change) =>
            new(clouds.Values.ToArray().Select((value, i) => change(value, i)).ToArray(), clouds.Rows, clouds.Width);
        return name switch
        {
            "constant column" => (Map((value, i) => i % 3 == 1 ? 7 : value), four),
            "all constant" => (Map((_, i) => i % 3), four),
            "all zero" => (Map((_, _) => 0), four),
            "one condition" => (clouds, Samples.Conditions(new int[20])),
            "one row a condition" => Samples.Clouds(6, 1, 3, 0.5, seed: 2),
            "duplicate conditions" => (Map((_, i) => i / 3 % 4 / 2 + (i % 3)), four),
            "one row" => Samples.Clouds(1, 1, 3, 0.5, seed: 3),
            "two conditions" => Samples.Clouds(2, 5, 3, 0.5, seed: 4),
            "odd number of conditions" => Samples.Clouds(5, 4, 3, 0.5, seed: 5),
            "wide and short" => Samples.Clouds(4, 2, 200, 0.5, seed: 6),
            "empty condition" => (clouds, new ConditionLabels(four.Codes, ["a", "b", "c", "d", "nowhere"])),
            "huge values" => (Map((value, _) => value * 1e30f), four),
            "tiny values" => (Map((value, _) => value * 1e-30f), four),
            "the largest floats" => (Map((value, _) => value > 0 ? float.MaxValue : float.MinValue), four),
            "the smallest floats" => (Map((value, _) => value > 0 ? float.Epsilon : 0), four),
            "one unit" => Samples.Clouds(4, 5, 1, 0.5, seed: 7),
            "one outlier" => (Map((value, i) => i == 7 ? float.MaxValue : value), four),
            "a row among many" => (clouds, Samples.Conditions([.. Enumerable.Range(0, 20).Select(i => i == 0 ? 2 : i % 2)])),
            "repeated rows" => (Map((_, i) => i / 3 % 4 + (i % 3)), four),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }
}
