using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>Says in words how nonlinearities compare.</summary>
internal static class Comparison
{
    private const int Few = 4;

    /// <summary>Gives the mean of each nonlinearity, such as "1.00 (tanh) and 0.78 (ReLU)"; with many the smallest and the largest.</summary>
    public static string Values(ResultView view, IReadOnlyCollection<MeasuredRow> rows)
    {
        (string Name, double Mean)[] means = Means(view, rows);
        return means.Length switch
        {
            0 => "no defined value",
            1 => Figures.Of(means[0].Mean),
            <= Few => Figures.List([.. means.Select(Words)]),
            _ => $"between {Words(means.MinBy(pair => pair.Mean))} and {Words(means.MaxBy(pair => pair.Mean))}",
        };
    }

    /// <summary>Gives the mean of each nonlinearity that has one.</summary>
    public static (string Name, double Mean)[] Means(ResultView view, IEnumerable<MeasuredRow> rows)
    {
        ILookup<string, ResultRow> groups = rows.Where(row => row.Row.Value is not null).ToLookup(row => row.Row.Nonlinearity, row => row.Row);
        return [.. view.Nonlinearities.Where(groups.Contains).Select(name => (name, groups[name].Average(row => row.Value!.Value)))];
    }

    /// <summary>Says at how many places the first of two nonlinearities is above the second.</summary>
    /// <param name="view">The scores.</param>
    /// <param name="places">The rows of each place.</param>
    /// <param name="noun">What a place is called.</param>
    /// <returns>Words, or null where there are not two nonlinearities.</returns>
    public static string? Ahead(ResultView view, IEnumerable<IEnumerable<MeasuredRow>> places, string noun)
    {
        if (view.Nonlinearities.Count != 2)
        {
            return null;
        }

        double[] differences = [.. places.Select(place => Means(view, place)).Where(means => means.Length == 2).Select(means => means[0].Mean - means[1].Mean)];
        if (differences.Length == 0)
        {
            return null;
        }

        int ahead = differences.Count(difference => difference > 0), behind = differences.Count(difference => difference < 0);
        (string first, string second) = (NonlinearityStyle.WordOf(view.Nonlinearities[0]), NonlinearityStyle.WordOf(view.Nonlinearities[1]));
        string all = Counted.Of(differences.Length, noun);
        return ahead == differences.Length ? $"{first} above {second} at all {all}"
            : behind == differences.Length ? $"{second} above {first} at all {all}"
            : $"{first} above {second} at {ahead} of {all}";
    }

    private static string Words((string Name, double Mean) pair) => $"{Figures.Of(pair.Mean)} ({NonlinearityStyle.WordOf(pair.Name)})";
}
