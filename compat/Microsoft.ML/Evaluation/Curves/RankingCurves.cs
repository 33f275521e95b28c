namespace Microsoft.ML.Data;

/// <summary>Areas under curves that a threshold traces when it moves over the scores. Equal scores cross it together.</summary>
internal static class RankingCurves
{
    /// <summary>The share of (positive, negative) pairs in the right order; a tie counts one half.</summary>
    public static double AreaUnderRoc(float[] scores, bool[] truths)
    {
        double positives = 0, negatives = 0, ordered = 0;
        foreach (var (positive, negative) in Steps(scores, truths))
        {
            ordered += negative * (positives + positive / 2.0);
            positives += positive;
            negatives += negative;
        }

        return ordered / (positives * negatives);
    }

    /// <summary>The area under precision over recall, with straight lines between thresholds.</summary>
    public static double AreaUnderPrecisionRecall(float[] scores, bool[] truths)
    {
        double total = truths.Count(truth => truth);
        double positives = 0, count = 0, area = 0, recall = 0;
        double? precision = null;
        foreach (var (positive, negative) in Steps(scores, truths))
        {
            positives += positive;
            count += positive + negative;
            double next = positives / count;
            area += (positives / total - recall) * (next + (precision ?? next)) / 2;
            (recall, precision) = (positives / total, next);
        }

        return area;
    }

    /// <summary>The numbers of positives and negatives at each distinct score, from the highest down.</summary>
    private static IEnumerable<(int Positive, int Negative)> Steps(float[] scores, bool[] truths)
    {
        Array.Sort(scores, truths);
        for (int i = scores.Length - 1; i >= 0;)
        {
            float score = scores[i];
            int positive = 0, negative = 0;
            for (; i >= 0 && scores[i] == score; i--)
            {
                if (truths[i]) positive++;
                else negative++;
            }

            yield return (positive, negative);
        }
    }
}
