namespace Geometry.Scores;

/// <summary>Fits and tests the decoders of all targets on all training sets, for the labels as they are and as nulls have them.</summary>
internal static class DecodingRun
{
    // Bounds the memory that the sides of rows take at a time.
    private const long ChunkBytes = 64L << 20;

    /// <summary>Fits and tests.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="sets">The training sets.</param>
    /// <param name="testBlockOf">The block on which the decoders of a training set are tested.</param>
    /// <param name="codes">Ways to label the rows with conditions: first as they are, then as each draw of a null has them.</param>
    /// <param name="targets">The dichotomies, each with conditions on both sides.</param>
    /// <param name="options">The options.</param>
    /// <returns>Counts by way to label, target and training set.</returns>
    public static DecodingTally[][][] Of(
        DecoderData data,
        TrainingSet[] sets,
        Func<int, int> testBlockOf,
        IReadOnlyList<int[]> codes,
        IReadOnlyList<Dichotomy> targets,
        DecodabilityOptions options)
    {
        var result = codes.Select(_ => targets.Select(_ => new DecodingTally[sets.Length]).ToArray()).ToArray();
        var engine = new DecoderEngine(data, options.Decoder, options.MaximumThreads);
        var pairs = options.Measures.HasFlag(DecodingMeasures.Auc);
        var chunk = (int)Math.Clamp(ChunkBytes / ((long)data.Rows.Rows * Math.Max(1, targets.Count)), 1, codes.Count);
        for (var first = 0; first < codes.Count; first += chunk)
        {
            var from = first;
            var ways = Enumerable.Range(from, Math.Min(chunk, codes.Count - from)).ToArray();
            var sides = ways.SelectMany(way => targets.Select(target => SidesOf(target, codes[way]))).ToArray();
            var fits = new DecoderFit[sides.Length * sets.Length];
            for (var i = 0; i < fits.Length; i++)
            {
                fits[i] = new DecoderFit(i % sets.Length, i / sets.Length);
            }

            engine.Run(sides, sets, fits, (fit, weights) =>
            {
                var (set, labelling) = fits[fit];
                var block = testBlockOf(set);
                result[from + labelling / targets.Count][labelling % targets.Count][set] =
                    DecodingTally.Of(data, weights, data.BlockStarts[block], data.BlockStarts[block + 1], sides[labelling], pairs);
            });
        }

        return result;
    }

    /// <summary>
    /// The codes as they are, and for every draw of a label shuffle in another order. They change places within each fold, so that the
    /// folds stay stratified and their factorisations are shared; when folds are so small that this would hardly change anything, anywhere.
    /// </summary>
    public static IReadOnlyList<int[]> WithShuffles(int[] codes, int[] blockStarts, NullOptions? options)
    {
        var result = new List<int[]> { codes };
        var within = codes.Length >= 4 * (blockStarts.Length - 1);
        for (var draw = 0; draw < (options?.Draws ?? 0); draw++)
        {
            var stream = Surrogates.Stream(options!, draw);
            var shuffled = (int[])codes.Clone();
            if (within)
            {
                for (var block = 0; block + 1 < blockStarts.Length; block++)
                {
                    stream.Fork(block).Shuffle<int>(shuffled.AsSpan(blockStarts[block]..blockStarts[block + 1]));
                }
            }
            else
            {
                stream.Shuffle<int>(shuffled);
            }

            result.Add(shuffled);
        }

        return result;
    }

    private static sbyte[] SidesOf(Dichotomy target, int[] codes) => Array.ConvertAll(codes, code => target.IsPositive(code) ? (sbyte)1 : (sbyte)-1);
}
