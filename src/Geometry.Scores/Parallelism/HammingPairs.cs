namespace Geometry.Scores;

/// <summary>The mean similarity of the differences between all conditions of two sides that differ in one variable.</summary>
internal static class HammingPairs
{
    /// <summary>The mean and the number of differences, or the reason why there is none.</summary>
    public static (ScoreValue Value, long Count) Mean(CodingVectors vectors, int[] first, int[] second, ConditionLabels conditions, string name)
    {
        var pairs = new List<int>();
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                if (conditions.Variables.Count(v => v.LevelOf[first[i]] != v.LevelOf[second[j]]) == 1 && !vectors.IsZero(vectors.PairOf(i, j)))
                {
                    pairs.Add(vectors.PairOf(i, j));
                }
            }
        }

        if (pairs.Count < 2)
        {
            return (ScoreValue.Undefined(
                $"at least two differences are compared, but the sides of '{name}' have {pairs.Count} pair(s) of unequal conditions that differ in one variable"), pairs.Count);
        }

        double sum = 0;
        for (var a = 0; a < pairs.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                sum += vectors.Cosine(pairs[a], pairs[b]);
            }
        }

        return (ScoreValue.Of(sum / (pairs.Count * (pairs.Count - 1) / 2.0)), pairs.Count);
    }
}
