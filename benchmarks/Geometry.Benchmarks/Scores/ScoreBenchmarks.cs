using System.Globalization;

namespace Geometry.Benchmarks.Scores;

/// <summary>The measurements of scores, each beside its bound.</summary>
internal static class ScoreBenchmarks
{
    private const string Usage = """
        usage: scores alignment | memory | column | ccgp | scikit-learn [--nulls N] [--solver primal|dual] [--python PATH]
        """;

    /// <summary>Runs the measurements that are named.</summary>
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case ["alignment"]:
                return Verdict(AlignmentCost.Measure());
            case ["memory"]:
                return Verdict(StreamingMemory.Measure());
            case ["column"]:
                return Verdict(OneColumn.MeasureAllScores());
            case ["ccgp"]:
                return Verdict(OneColumn.MeasureCcgp());
            case ["scikit-learn", .. var rest]:
                var (nulls, solver, python) = (10, "primal", "python3");
                for (var i = 0; i + 1 < rest.Length; i += 2)
                {
                    (nulls, solver, python) = rest[i] switch
                    {
                        "--nulls" => (int.Parse(rest[i + 1], CultureInfo.InvariantCulture), solver, python),
                        "--solver" => (nulls, rest[i + 1], python),
                        "--python" => (nulls, solver, rest[i + 1]),
                        _ => throw new ArgumentException($"Unknown option '{rest[i]}'.{Environment.NewLine}{Usage}"),
                    };
                }

                return Verdict(ScikitLearnComparison.Measure(nulls, solver, python));
            default:
                Console.Error.WriteLine(Usage);
                return 1;
        }
    }

    private static int Verdict(bool kept)
    {
        Console.WriteLine(kept ? "all bounds kept" : "A BOUND WAS MISSED");
        return kept ? 0 : 2;
    }
}
