using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Geometry.Scores;

namespace Geometry.Benchmarks.Scores;

/// <summary>
/// Shattering dimensionality over 35 dichotomies x 10 folds x (1 + nulls) beside a loop over scikit-learn's LinearSVC with the same rows,
/// folds and shuffled labels (python/shattering.py).
/// </summary>
internal static class ScikitLearnComparison
{
    public static bool Measure(int nulls, string solver, string python)
    {
        var (representation, conditions, _) = BenchmarkTable.Make();
        var folder = Directory.CreateTempSubdirectory("geometry-benchmark-").FullName;
        try
        {
            var options = new DecodabilityOptions { Null = nulls == 0 ? null : new NullOptions { Draws = nulls } };
            Export(folder, representation, conditions, options);
            var reference = RunScript(folder, solver, python);
            var kept = true;
            foreach (var (decoder, bound) in new[] { (LinearDecoder.SupportVector, 20.0), (LinearDecoder.LeastSquares, 200) })
            {
                var shattering = new ShatteringOptions { Decoding = options with { Decoder = decoder }, IncludeDichotomies = true };
                IReadOnlyList<ScoreEntry> entries = [];
                var time = Timing.Shortest(3, () => entries = Shattering.Evaluate(representation, conditions, shattering))[0];
                var single = entries.Where(e => e.Score == Decodability.Name).ToArray();
                var differences = single.Select((e, i) => Math.Abs(e.Value.Value - reference.Accuracies[0][i])).ToArray();
                var mean = single.Average(e => e.Value.Value);
                Console.WriteLine($"{decoder.Name}: {time:0.000} s on {Environment.ProcessorCount} processors; LinearSVC ({solver}): {reference.Seconds:0.0} s for {reference.Fits} fits ({reference.Fits / reference.Seconds:0} a second)");
                Console.WriteLine($"{decoder.Name}: mean accuracy {mean:0.0000}; LinearSVC: {reference.Accuracies[0].Average():0.0000}");
                kept &= Timing.Report($"{decoder.Name} against LinearSVC", reference.Seconds / time, "times as fast", bound, atLeast: true);
                if (decoder is SupportVectorDecoder)
                {
                    kept &= Timing.Report("difference of the mean accuracies", Math.Abs(mean - reference.Accuracies[0].Average()), "", 0.005);
                    kept &= Timing.Report("largest difference of a dichotomy", differences.Max(), "", 0.02);
                }
            }

            return kept;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Export(string folder, Representation representation, ConditionLabels conditions, DecodabilityOptions options)
    {
        var plan = FoldPlan.Of(conditions, options);
        var rows = plan.Rows.SelectMany(fold => fold).ToArray();
        var starts = plan.Rows.Aggregate(new List<int> { 0 }, (list, fold) => [.. list, list[^1] + fold.Length]).ToArray();
        var ways = DecodingRun.WithShuffles([.. rows.Select(row => conditions.Codes[row])], starts, options.Null);
        Write(folder, "features.csv", rows.Select(row => representation.Row(row).ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        Write(folder, "folds.csv", plan.Rows.SelectMany((fold, number) => fold.Select(_ => new[] { $"{number}" })));
        Write(folder, "codes.csv", Enumerable.Range(0, rows.Length).Select(row => ways.Select(way => $"{way[row]}")));
        Write(folder, "dichotomies.csv", Dichotomy.AllBalanced(conditions.Count).Select(d => d.Positive.ToArray().Select(p => p ? "1" : "0")));
    }

    private static void Write(string folder, string name, IEnumerable<IEnumerable<string>> rows) =>
        File.WriteAllLines(Path.Combine(folder, name), rows.Select(row => string.Join(',', row)));

    private static Reference RunScript(string folder, string solver, string python)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "python", "shattering.py");
        using var process = Process.Start(new ProcessStartInfo(python, [script, folder, "--solver", solver]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Reference>(File.ReadAllText(Path.Combine(folder, "scikit-learn.json")), JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"'{python} {script}' failed; it needs numpy and scikit-learn (Debian: python3-numpy, python3-sklearn). Name another interpreter with --python.");
    }

    /// <summary>What the script writes: accuracy by way to label the rows and dichotomy.</summary>
    private sealed record Reference(double Seconds, int Fits, double[][] Accuracies);
}
