using Geometry.Networks;

namespace Geometry.MLNet;

/// <summary>The label that a network learned, as a file has it.</summary>
internal sealed record SavedLabel(string Column, TargetKind Kind, bool IsVector, MlpLoss Loss, SavedKeys? Keys, IReadOnlyList<string> Classes)
{
    /// <summary>Describes a label.</summary>
    public static SavedLabel Of(NetworkLabel label) => new(
        label.ColumnName, label.Form.Kind, label.Form.IsVector, label.Loss, SavedKeys.Of(label.KeyValues), label.Classes);

    /// <summary>Makes the label again.</summary>
    /// <param name="outputs">The outputs of the network.</param>
    /// <exception cref="FormatException">It does not go with the outputs.</exception>
    public NetworkLabel ToLabel(int outputs) =>
        (Kind == TargetKind.Classes && (IsVector || outputs < 2)) || (Kind != TargetKind.Classes && !IsVector && outputs != 1)
        || (Kind != TargetKind.Classes && (Keys is not null || Classes.Count > 0)) || Keys?.Values.Count > outputs || Classes.Count > outputs
            ? throw new FormatException($"its label, {(IsVector ? "a vector of " : "")}{Kind} with {Classes.Count} classes, does not go with {outputs} outputs of the network")
            : new NetworkLabel(Column, new LabelForm(Kind, IsVector), Loss, Keys?.ToAnnotations(), Classes);
}
