using System.Text.Json;
using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>A score with its options as a file has it.</summary>
/// <param name="Score">Its name, or that of what is found beside another score.</param>
/// <param name="Options">The options.</param>
/// <param name="Inner">The score that it is found beside; null for none.</param>
/// <param name="MaximumThreads">The most threads for it; null for as many as there are processors.</param>
internal sealed record SavedRecipe(string Score, JsonElement Options, SavedRecipe? Inner, int? MaximumThreads)
{
    /// <summary>The names of a null and an interval.</summary>
    public const string Null = "Null", Interval = "Interval";

    // A score, its null and its interval.
    private const int MaximumDepth = 8;

    /// <summary>Describes a score.</summary>
    public static SavedRecipe Of<T>(string score, T options, SavedRecipe? of = null, int? maximumThreads = null) =>
        new(score, ModelJson.ToElement(options), of, maximumThreads);

    /// <summary>Makes the score again.</summary>
    /// <exception cref="FormatException">It is none that there is.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public ScoreRecipe ToRecipe(int depth = 0) => (Score, Inner) switch
    {
        ("Alignment", null) => new AlignmentRecipe(Read<AlignmentOptions>()),
        ("Ccgp", null) => new CcgpRecipe(Read<CcgpOptions>()),
        ("Collapse", null) => CollapseRecipe.Of(Read<CollapseOptions>()),
        ("Decodability", null) => new DecodabilityRecipe(Read<DecodabilityOptions>(), heldOut: false),
        ("Dimension", null) => new DimensionRecipe(Read<DimensionOptions>()),
        ("Parallelism", null) => new ParallelismRecipe(Read<ParallelismOptions>()),
        ("Rdm", null) => new RdmRecipe(Read<RdmOptions>()),
        ("Shattering", null) => new ShatteringRecipe(Read<ShatteringOptions>(), heldOut: false),
        (Null, { } score) when depth < MaximumDepth && MaximumThreads is null or > 0 => new NullRecipe(score.ToRecipe(depth + 1), Read<NullOptions>(), MaximumThreads),
        (Interval, { } score) when depth < MaximumDepth && MaximumThreads is null or > 0 => new IntervalRecipe(score.ToRecipe(depth + 1), Read<ResamplingOptions>(), MaximumThreads),
        _ => throw new FormatException($"'{Score}' is no score that this release knows"),
    };

    private T Read<T>()
        where T : class => ModelJson.FromElement<T>(Options);
}
