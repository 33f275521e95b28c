namespace Geometry.Scores;

/// <summary>Decodes the classes of a target by one decoder a class against the rest; the largest decision value answers.</summary>
internal static class MulticlassRun
{
    // Bounds the memory that decision values take at a time.
    private const long ChunkBytes = 64L << 20;

    /// <summary>Fits and tests.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="sets">The training sets.</param>
    /// <param name="testBlockOf">The block on which the decoders of a training set are tested; every row is tested at most once.</param>
    /// <param name="truths">Ways to label the rows with classes: first as they are, then as each draw of a null has them.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="options">The options.</param>
    /// <returns>Counts by way to label and training set.</returns>
    public static MulticlassTally[][] Of(
        DecoderData data, TrainingSet[] sets, Func<int, int> testBlockOf, IReadOnlyList<int[]> truths, int classes, DecodabilityOptions options)
    {
        var result = new MulticlassTally[truths.Count][];
        var engine = new DecoderEngine(data, options.Decoder, options.MaximumThreads);
        var pairs = options.Measures.HasFlag(DecodingMeasures.Auc);
        var rows = data.Rows.Rows;
        var chunk = (int)Math.Clamp(ChunkBytes / (9L * rows * classes), 1, truths.Count);
        for (var from = 0; from < truths.Count; from += chunk)
        {
            var ways = truths.Skip(from).Take(chunk).ToArray();
            var sides = ways.SelectMany(truth => Enumerable.Range(0, classes).Select(k => Array.ConvertAll(truth, t => t == k ? (sbyte)1 : (sbyte)-1))).ToArray();
            var decisions = Array.ConvertAll(ways, _ => Enumerable.Range(0, classes).Select(_ => new double[rows]).ToArray());
            var fits = new DecoderFit[sides.Length * sets.Length];
            for (var i = 0; i < fits.Length; i++)
            {
                fits[i] = new DecoderFit(i % sets.Length, i / sets.Length);
            }

            engine.Run(sides, sets, fits, (fit, weights) =>
            {
                var (set, labelling) = fits[fit];
                var block = testBlockOf(set);
                for (var row = data.BlockStarts[block]; row < data.BlockStarts[block + 1]; row++)
                {
                    decisions[labelling / classes][labelling % classes][row] = VectorKernels.Dot(data.Rows.PaddedRow(row), weights);
                }
            });
            for (var way = 0; way < ways.Length; way++)
            {
                result[from + way] = [.. Enumerable.Range(0, sets.Length).Select(set => MulticlassTally.Of(
                    decisions[way], ways[way], data.BlockStarts[testBlockOf(set)], data.BlockStarts[testBlockOf(set) + 1], pairs))];
            }
        }

        return result;
    }

    /// <summary>The entries of one way to label: one a measure.</summary>
    public static IReadOnlyList<ScoreEntry> Table(
        MulticlassTally[] parts, int classes, string target, string protocol, DecodabilityOptions options, string? warning)
    {
        var total = new MulticlassTally(classes);
        foreach (var part in parts)
        {
            total.Add(part);
        }

        return Entries(target, protocol, options, measure =>
        {
            if (measure == DecodingMeasures.Auc && !total.HasPairs)
            {
                return new ScoreEntry("", "", "", ScoreValue.Undefined("no tested block holds rows of two classes"), null, total.Rows, []);
            }

            var value = total.Measure(measure);
            double? error = measure switch
            {
                _ when parts.Length > 1 => Statistics.StandardError(parts.Where(p => p.Rows > 0 && (measure != DecodingMeasures.Auc || p.HasPairs)).Select(p => p.Measure(measure)).ToArray()),
                DecodingMeasures.Accuracy => Math.Sqrt(value * (1 - value) / total.Rows),
                DecodingMeasures.BalancedAccuracy => Math.Sqrt(total.BalancedVariance),
                _ => null,
            };
            return new ScoreEntry("", "", "", ScoreValue.Of(value), error, total.Rows, warning is null ? [] : [warning]);
        });
    }

    /// <summary>One entry a measure that is asked for.</summary>
    public static IReadOnlyList<ScoreEntry> Entries(string target, string protocol, DecodabilityOptions options, Func<DecodingMeasures, ScoreEntry> entryOf) =>
    [
        .. new[] { DecodingMeasures.Accuracy, DecodingMeasures.BalancedAccuracy, DecodingMeasures.Auc }
            .Where(measure => options.Measures.HasFlag(measure))
            .Select(measure => entryOf(measure) with
            {
                Score = Decodability.Name, Variant = $"{options.Decoder.Name}/{protocol}/multiclass-{DecodabilityTable.NameOf(measure)}", Target = target,
            }),
    ];
}
