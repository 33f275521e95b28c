using System.Globalization;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The label and the features of a data view, read once for any number of networks (see <see cref="MlpEstimator.Read"/>).</summary>
public sealed class TrainingRows
{
    private readonly DataViewSchema _schema;

    private TrainingRows(DataViewSchema schema, string labelColumnName, string featureColumnName, LabelForm form, TrainingSet data)
    {
        (_schema, LabelColumnName, FeatureColumnName, Form, Data) = (schema, labelColumnName, featureColumnName, form, data);
    }

    /// <summary>Gets the name of the label column.</summary>
    public string LabelColumnName { get; }

    /// <summary>Gets the name of the feature column.</summary>
    public string FeatureColumnName { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count => Data.Rows;

    /// <summary>Gets what the label is.</summary>
    internal LabelForm Form { get; }

    /// <summary>Gets the rows.</summary>
    internal TrainingSet Data { get; }

    /// <summary>Gets the annotations with the names of the classes; null where the label has none.</summary>
    internal DataViewSchema.Annotations? KeyValues =>
        Label.Annotations.Schema.GetColumnOrNull("KeyValues") is null ? null : Label.Annotations;

    /// <summary>Gets the names of the classes; empty where the label is no key.</summary>
    internal IReadOnlyList<string> ClassNames => Label.Type is KeyDataViewType key
        ? LevelColumn.KeyTexts(Label) ?? [.. Enumerable.Range(1, checked((int)key.Count)).Select(number => number.ToString(CultureInfo.InvariantCulture))]
        : [];

    /// <summary>Gets the schema of the view that the rows are of.</summary>
    internal DataViewSchema Schema => _schema;

    private DataViewSchema.Column Label => _schema[LabelColumnName];

    /// <summary>Reads the columns as a network with these options takes them.</summary>
    internal static TrainingRows Read(IDataView input, string labelColumnName, string featureColumnName, MlpOptions options)
    {
        LabelForm form = LabelForm.Of(input.Schema, labelColumnName, options.Loss);
        return new TrainingRows(input.Schema, labelColumnName, featureColumnName, form, Read(input, labelColumnName, featureColumnName, form));
    }

    /// <summary>Makes sure that these are the rows that a network would have read.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void Require(string labelColumnName, string featureColumnName, MlpOptions options)
    {
        if (labelColumnName != LabelColumnName || featureColumnName != FeatureColumnName)
        {
            throw new ArgumentException(
                $"The rows have label '{LabelColumnName}' and features '{FeatureColumnName}', but the network learns '{labelColumnName}' from '{featureColumnName}'. "
                + "Read the rows with an estimator of the same columns.");
        }

        LabelForm form = LabelForm.Of(_schema, labelColumnName, options.Loss);
        if (form != Form)
        {
            throw new ArgumentException(
                $"Label column '{LabelColumnName}' was read as {Form.Kind} targets, but the network's loss makes it {form.Kind}. "
                + "Read the rows with an estimator of the same MlpOptions.Loss.");
        }
    }

    private static TrainingSet Read(IDataView input, string labelColumnName, string featureColumnName, LabelForm form)
    {
        long? expected = input.GetRowCount();
        var features = new FloatRows(featureColumnName, FloatColumn.Width(input.Schema, "feature", featureColumnName, nameof(input)), expected);
        DataViewSchema.Column feature = input.Schema[featureColumnName], label = input.Schema[labelColumnName];
        using DataViewRowCursor cursor = input.GetRowCursor([feature, label]);
        Action<Span<float>> readFeatures = FloatColumn.Reader(cursor, feature.Index);
        var labels = new LabelReader(cursor, label, form, expected);
        while (cursor.MoveNext())
        {
            readFeatures(features.Next());
            labels.Read();
        }

        TrainingTargets targets = labels.ToTargets();
        try
        {
            return new TrainingSet(features.Memory, features.Width, targets);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Feature column '{featureColumnName}': {exception.Message}", exception);
        }
    }
}
