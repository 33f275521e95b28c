using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>The label that a network learned, as far as its outputs are read by it.</summary>
/// <param name="ColumnName">The name of the column.</param>
/// <param name="Form">What the label is.</param>
/// <param name="Loss">What training minimised.</param>
/// <param name="KeyValues">Annotations with the names of the classes; null where the label has none.</param>
/// <param name="Classes">The names of the classes, in the order of the outputs; none where the label is no key.</param>
internal sealed record NetworkLabel(
    string ColumnName, LabelForm Form, MlpLoss Loss, DataViewSchema.Annotations? KeyValues, IReadOnlyList<string> Classes)
{
    /// <summary>The label of rows, learned with a loss.</summary>
    public static NetworkLabel Of(TrainingRows rows, MlpLoss loss) => new(rows.LabelColumnName, rows.Form, loss, rows.KeyValues, rows.ClassNames);
}
