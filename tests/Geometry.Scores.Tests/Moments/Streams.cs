using Geometry.Seeding;

namespace Geometry.Scores.Tests.Moments;

/// <summary>Rows shown in parts of random sizes.</summary>
internal static class Streams
{
    /// <summary>Shows consecutive rows in parts.</summary>
    public static void Show(Representation representation, ConditionLabels conditions, long seed, ShowPart show)
    {
        var stream = new RandomStream(seed, "parts");
        for (var row = 0; row < representation.Rows;)
        {
            var count = Math.Min(1 + stream.NextInt32(40), representation.Rows - row);
            show(row, representation.Values.Slice(row * representation.Width, count * representation.Width), conditions.Codes.Slice(row, count));
            row += count;
        }
    }

    /// <summary>Gathers rows in an accumulator of their own for every part that a row belongs to.</summary>
    public static MomentAccumulator[] Gather(Representation representation, Representation? other, ConditionLabels conditions, int[] partOf)
    {
        var parts = Enumerable.Range(0, partOf.Max() + 1).Select(_ => new MomentAccumulator(conditions, representation.Width, other?.Width ?? 0)).ToArray();
        for (var row = 0; row < representation.Rows; row++)
        {
            parts[partOf[row]].Add(representation.Row(row), other is null ? [] : other.Row(row), conditions.Codes.Slice(row, 1));
        }

        return parts;
    }

    public static MomentAccumulator Gather(Representation representation, ConditionLabels conditions, Representation? other = null) =>
        Gather(representation, other, conditions, new int[representation.Rows])[0];

    /// <summary>Entries are the same but for a relative difference of their values.</summary>
    public static void ShouldAgree(IReadOnlyList<ScoreEntry> actual, IReadOnlyList<ScoreEntry> expected, double tolerance)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var i = 0; i < actual.Count; i++)
        {
            var name = $"{expected[i].Score} {expected[i].Variant} {expected[i].Target}";
            (actual[i].Score, actual[i].Variant, actual[i].Target, actual[i].N).ShouldBe((expected[i].Score, expected[i].Variant, expected[i].Target, expected[i].N));
            actual[i].Warnings.ShouldBe(expected[i].Warnings, name);
            BoundsShouldAgree(actual[i].Bounds, expected[i].Bounds, tolerance, name);
            actual[i].Value.IsDefined.ShouldBe(expected[i].Value.IsDefined, name);
            if (actual[i].Value.IsDefined)
            {
                var value = expected[i].Value.Value;
                actual[i].Value.Value.ShouldBe(value, tolerance * Math.Max(1e-3, Math.Abs(value)), name);
                (actual[i].StandardError is null).ShouldBe(expected[i].StandardError is null, name);
                (actual[i].StandardError ?? 0).ShouldBe(expected[i].StandardError ?? 0, tolerance, name);
            }
            else
            {
                actual[i].Value.Reason.ShouldBe(expected[i].Value.Reason);
            }
        }
    }

    private static void BoundsShouldAgree(ScoreBounds? actual, ScoreBounds? expected, double tolerance, string name)
    {
        (actual?.Floor is null, actual?.Least is null, actual?.Ceiling is null).ShouldBe((expected?.Floor is null, expected?.Least is null, expected?.Ceiling is null), name);

        // The angle of an alignment near 1 is the root of its distance from 1.
        var loose = Math.Sqrt(tolerance);
        (actual?.Floor ?? 0).ShouldBe(expected?.Floor ?? 0, loose, name);
        (actual?.Least ?? 0).ShouldBe(expected?.Least ?? 0, loose, name);
        (actual?.Ceiling ?? 0).ShouldBe(expected?.Ceiling ?? 0, loose, name);
    }

    public delegate void ShowPart(int firstRow, ReadOnlySpan<float> rows, ReadOnlySpan<int> codes);
}
