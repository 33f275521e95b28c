namespace Microsoft.ML.Trainers;

/// <summary>The shapes of the columns that trainers read and write.</summary>
internal static class TrainerColumns
{
    public static SchemaShape.Column Features(string name)
    {
        Check.NonEmpty(name, "featureColumn");
        return new(name, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false);
    }

    public static SchemaShape.Column BooleanLabel(string name)
    {
        Check.NonEmpty(name, "labelColumn");
        return new(name, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false);
    }

    public static SchemaShape.Column KeyLabel(string name)
    {
        Check.NonEmpty(name, "labelColumn");
        return new(name, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, isKey: true);
    }

    /// <summary>The shape of a weight column, or none when there is no name.</summary>
    public static SchemaShape.Column Weight(string name) =>
        name is null ? default : new(name, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, isKey: false);

    public static SchemaShape.Column[] BinaryOutput(bool calibrated)
    {
        var columns = new List<SchemaShape.Column>
        {
            new(TrainerDefaults.PredictedLabel, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false, new SchemaShape(ScoreAnnotations.Shapes())),
            new(TrainerDefaults.Score, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, isKey: false, new SchemaShape(ScoreAnnotations.Shapes())),
        };
        if (calibrated)
        {
            columns.Add(new(TrainerDefaults.Probability, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, isKey: false,
                new SchemaShape(ScoreAnnotations.Shapes().Append(ScoreAnnotations.NormalizedShape()))));
        }

        return [.. columns];
    }

    public static SchemaShape.Column[] MulticlassOutput(SchemaShape.Column label)
    {
        var predicted = ScoreAnnotations.Shapes();
        var score = ScoreAnnotations.Shapes();
        if (label.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values) && values.Kind == SchemaShape.Column.VectorKind.Vector)
        {
            predicted = predicted.Append(values);
            score = score.Append(new(AnnotationKinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, isKey: false))
                .Append(values.Renamed(AnnotationKinds.TrainingLabelValues));
        }

        return
        [
            new(TrainerDefaults.PredictedLabel, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, isKey: true, new SchemaShape(predicted)),
            new(TrainerDefaults.Score, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false, new SchemaShape(score)),
        ];
    }
}
