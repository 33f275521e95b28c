using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>The layer that reads a column.</summary>
/// <param name="Label">The label column that the network learned.</param>
/// <param name="Classes">The names of the classes in the order of the outputs; none for one output.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Weights">The weights: outputs x units.</param>
/// <param name="Biases">The biases; none, or one an output.</param>
internal sealed record ColumnReadout(string Label, IReadOnlyList<string> Classes, int Outputs, float[] Weights, float[] Biases)
{
    /// <summary>Gets what stands for the readout of a column that carries none.</summary>
    public static ColumnReadout None { get; } = new("", [], 0, [], []);

    /// <summary>The readout for classes, or why there is none.</summary>
    /// <param name="names">The names of the classes.</param>
    /// <param name="width">The width of the column that is scored.</param>
    public (LinearReadout? Readout, string? Reason) For(IReadOnlyList<string> names, int width)
    {
        string? reason = Outputs == 0 ? "the column carries no readout"
            : Classes.Count > 0 && !names.SequenceEqual(Classes) ? $"the readout has outputs for {string.Join(", ", Classes)}, but the classes are {string.Join(", ", names)}"
            : Classes.Count == 0 && names.Count != 2 ? $"the readout has one output, but there are {names.Count} classes"
            : Weights.Length != Outputs * width ? $"the readout reads {Weights.Length / Outputs} units, but the column has {width}"
            : Weights.Concat(Biases).All(float.IsFinite) ? null
            : "the readout holds a number that is not finite";
        return reason is null ? (new LinearReadout(Weights, Biases, Outputs), null) : (null, reason);
    }
}
