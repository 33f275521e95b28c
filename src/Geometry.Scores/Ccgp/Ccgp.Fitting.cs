using Geometry.Seeding;

namespace Geometry.Scores;

/// <content>The decoders of all dichotomies and splits, in one run.</content>
public static partial class Ccgp
{
    /// <summary>Writes for every target and draw the value of each split; draw 0 is the data as it is.</summary>
    private static void Fit(
        Representation representation,
        ConditionLabels conditions,
        IReadOnlyList<Dichotomy> targets,
        CcgpSplits[] splits,
        CcgpOptions options,
        double[][][] values)
    {
        var rows = RowSelection.ByCondition(conditions, options.MaximumRowsPerCondition, options.Seed);
        using var data = DecoderData.Of([.. rows.Select(r => (representation, r))], options.Decoder.IsShiftInvariant);
        var sides = targets.Select(target => SideOfRows(target, data)).ToArray();
        var sets = new List<TrainingSet>();
        var setOf = new Dictionary<string, int>();
        var fits = new List<DecoderFit>();
        var places = new List<(int Target, int Split)>();
        for (var target = 0; target < targets.Count; target++)
        {
            for (var split = 0; split < splits[target].HeldOut.Count; split++)
            {
                var heldOut = splits[target].HeldOut[split];
                var key = string.Join(',', heldOut);
                if (!setOf.TryGetValue(key, out var set))
                {
                    setOf.Add(key, set = sets.Count);
                    sets.Add(new TrainingSet([.. Enumerable.Range(0, conditions.Count).Except(heldOut)]));
                }

                fits.Add(new DecoderFit(set, target));
                places.Add((target, split));
            }
        }

        var draws = values[0].Length - 1;
        new DecoderEngine(data, options.Decoder, options.MaximumThreads).Run(sides, sets, fits, (fit, weights) =>
        {
            var (target, split) = places[fit];
            var heldOut = splits[target].HeldOut[split];
            values[target][0][split] = Test(data, weights, heldOut, targets[target], sides[target]);
            if (draws > 0)
            {
                var classifier = data.ToClassifier(weights, representation);
                for (var draw = 1; draw <= draws; draw++)
                {
                    var stream = Surrogates.Stream(options.Null!, draw - 1).Fork(target).Fork(split);
                    values[target][draw][split] = TestPermuted(representation, rows, classifier, heldOut, targets[target], stream);
                }
            }
        });
    }

    private static sbyte[] SideOfRows(Dichotomy target, DecoderData data)
    {
        var side = new sbyte[data.Rows.Rows];
        for (var condition = 0; condition < data.Blocks; condition++)
        {
            side.AsSpan(data.BlockStarts[condition]..data.BlockStarts[condition + 1]).Fill(target.IsPositive(condition) ? (sbyte)1 : (sbyte)-1);
        }

        return side;
    }

    private static double Test(DecoderData data, ReadOnlySpan<double> weights, int[] heldOut, Dichotomy target, sbyte[] side)
    {
        var accuracies = new double[heldOut.Length];
        for (var i = 0; i < heldOut.Length; i++)
        {
            accuracies[i] = DecodingTally.Of(data, weights, data.BlockStarts[heldOut[i]], data.BlockStarts[heldOut[i] + 1], side).Accuracy;
        }

        return MeanOverSides(accuracies, heldOut, target);
    }

    /// <summary>Tests a classifier on the held-out rows with their units in another order, the same for all of them.</summary>
    private static double TestPermuted(
        Representation representation, int[][] rows, LinearClassifier classifier, int[] heldOut, Dichotomy target, RandomStream stream)
    {
        var order = stream.Permutation(representation.Width);
        var weights = new double[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            weights[order[i]] = classifier.Weights[i];
        }

        var permuted = new LinearClassifier(weights, classifier.Intercept);
        var accuracies = Array.ConvertAll(heldOut, condition =>
        {
            double correct = 0;
            foreach (var row in rows[condition])
            {
                correct += DecodingTally.Credit(permuted.Decide(representation.Row(row)), target.IsPositive(condition));
            }

            return correct / rows[condition].Length;
        });
        return MeanOverSides(accuracies, heldOut, target);
    }

    private static double MeanOverSides(double[] accuracies, int[] heldOut, Dichotomy target)
    {
        double positive = 0;
        double negative = 0;
        var positives = 0;
        for (var i = 0; i < heldOut.Length; i++)
        {
            if (target.IsPositive(heldOut[i]))
            {
                positives++;
                positive += accuracies[i];
            }
            else
            {
                negative += accuracies[i];
            }
        }

        return (positive / positives + negative / (heldOut.Length - positives)) / 2;
    }
}
