using System.Globalization;

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
        var assignment = new FoldAssignment([.. byCondition.Select(rows => (long)rows.Length)], options.Folds, options.Seed);
        var folds = new List<int>[assignment.Folds];
        for (var fold = 0; fold < folds.Length; fold++)
        {
            folds[fold] = [];
        }

        for (var condition = 0; condition < byCondition.Length; condition++)
        {
            for (var place = 0; place < byCondition[condition].Length; place++)
            {
                folds[assignment.FoldOf(condition, place)].Add(byCondition[condition][place]);
            }
        }

        return new FoldPlan(Array.ConvertAll(folds, fold => fold.Order().ToArray()), WarningOf(assignment, options));
    }

    /// <summary>What to say when there are fewer rows than folds were asked for, otherwise null.</summary>
    public static string? WarningOf(FoldAssignment assignment, DecodabilityOptions options) => assignment.Folds < options.Folds
        ? string.Create(CultureInfo.InvariantCulture, $"there are only {assignment.Total} rows, so {assignment.Folds} folds were used")
        : null;
}
