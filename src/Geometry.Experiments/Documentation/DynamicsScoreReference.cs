namespace Geometry.Experiments;

/// <summary>
/// What there is to know about the scores of the step <c>Dynamics</c>. They are of simulated neurons, not of a column, so that the catalogue of scores,
/// each of which can be had of any embedding, does not have them.
/// </summary>
public static class DynamicsScoreReference
{
    /// <summary>Gets the headings of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Headers { get; } = ["score of Dynamics", "variants", "says", "range"];

    /// <summary>Gets a row a score; its variants are separated by a comma and a space.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
    [
        ["selectivity", "all, some, none", "The fractions of neurons that respond to all, some or none of the conditions that they prefer, in the end.", "0 to 1"],
        ["escape", "high-intra", "Of the neurons that start out driven by a part of their preferred class only, the fraction that responds to all of it in the end.", "0 to 1"],
        ["simplified-alignment", "target, input", "Centred alignment of the kernel of the simulated responses with that of the targets or of the inputs.", "0 to 1"],
        ["simplified-parallelism", "cosine/best-pairing", "The score parallelism, of the simulated responses.", "-1 to 1"],
        [
            "simplified-training", string.Join(", ", new[] { "epoch", "growth", "loss" }.SelectMany(match => new[] { "correlation", "target-alignment-gap", "input-alignment-gap" }.Select(what => $"{what}/{match}"))),
            "Simulated against true training of the network before the step, at equal time, growth of the weights or loss: the correlation of the changes of weights, and simulated minus true alignment.", "-1 to 1",
        ],
    ];
}
