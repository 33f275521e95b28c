using System.Globalization;
using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>The rows of each fold: every condition is spread evenly, and the folds' sizes differ by at most one.</summary>
internal sealed record FoldPlan(int[][] Rows, string? Warning)
{
    public int Folds => Rows.Length;

    /// <summary>For each fold all others.</summary>
    public TrainingSet[] TrainingSets =>
        [.. Enumerable.Range(0, Folds).Select(fold => new TrainingSet([.. Enumerable.Range(0, Folds).Where(f => f != fold)]))];

    public static FoldPlan Of(ConditionLabels conditions, DecodabilityOptions options)
    {
        var byCondition = RowSelection.ByCondition(conditions, options.MaximumRowsPerCondition, options.Seed);
        var total = byCondition.Sum(rows => rows.Length);
        var count = Math.Min(options.Folds, total);
        var folds = new List<int>[count];
        for (var fold = 0; fold < count; fold++)
        {
            folds[fold] = [];
        }

        var stream = new RandomStream(options.Seed, StreamNames.Split).Fork("folds");
        var next = 0;
        for (var condition = 0; condition < byCondition.Length; condition++)
        {
            var rows = (int[])byCondition[condition].Clone();
            stream.Fork(condition).Shuffle<int>(rows);
            foreach (var row in rows)
            {
                folds[next++ % count].Add(row);
            }
        }

        var warning = count < options.Folds
            ? string.Create(CultureInfo.InvariantCulture, $"there are only {total} rows, so {count} folds were used")
            : null;
        return new FoldPlan(Array.ConvertAll(folds, fold => fold.Order().ToArray()), warning);
    }
}
