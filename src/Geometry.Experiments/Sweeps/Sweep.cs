namespace Geometry.Experiments;

/// <summary>The variables of a pipeline file. Its axes are crossed; the variables of one axis are paired. Every combination is one cell.</summary>
internal sealed class Sweep
{
    /// <summary>The variable that is always there: the file's own seed, unless the sweep gives it values.</summary>
    public const string SeedVariable = "seed";

    /// <summary>The field whose variables are paired instead of crossed.</summary>
    public const string Zip = "zip";

    /// <summary>The most cells of a sweep.</summary>
    public const int MaximumCells = 1_000_000;

    private readonly IReadOnlyList<IReadOnlyList<SweepVariable>> _axes;

    /// <summary>Makes a sweep.</summary>
    /// <param name="axes">For each axis its variables, at least one, with as many values each.</param>
    public Sweep(IReadOnlyList<IReadOnlyList<SweepVariable>> axes)
    {
        _axes = axes;
        Variables = [.. axes.SelectMany(axis => axis)];
    }

    /// <summary>Gets the variables in the order of the file.</summary>
    public IReadOnlyList<SweepVariable> Variables { get; }

    /// <summary>Gets the fields of a range of seeds.</summary>
    public static IReadOnlyList<Parameter> SeedFields => [From, Count];

    /// <summary>Gets the first seed of a range.</summary>
    public static Parameter<long> From { get; } = Parameters.Long("from", "The first seed; the file's seed where it is absent.").Or(0, "the file's seed");

    /// <summary>Gets the number of seeds of a range.</summary>
    public static Parameter<int> Count { get; } = Parameters.Integer("count", "How many seeds.", 1, MaximumCells);

    /// <summary>Reads the field "sweep"; where it is absent there is one cell.</summary>
    public static Sweep? Read(JsonValue? json, long seed, ProblemList problems) => json is null ? new Sweep([]) : new SweepReader(seed, problems).Read(json);

    /// <summary>Gives every combination of values: the last axis changes fastest.</summary>
    public IEnumerable<IReadOnlyDictionary<string, JsonValue>> Combinations()
    {
        int[] digits = new int[_axes.Count];
        while (true)
        {
            yield return _axes.SelectMany((axis, i) => axis.Select(v => (v.Name, Value: v.Values[digits[i]]))).ToDictionary(p => p.Name, p => p.Value);
            int place = digits.Length - 1;
            while (place >= 0 && ++digits[place] == _axes[place][0].Values.Count)
            {
                digits[place--] = 0;
            }

            if (place < 0)
            {
                yield break;
            }
        }
    }
}
