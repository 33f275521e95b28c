namespace Microsoft.ML.Trainers;

/// <summary>The annotations that mark the columns of one prediction.</summary>
internal static class ScoreAnnotations
{
    public const string Binary = "BinaryClassification";
    public const string Multiclass = "MulticlassClassification";
    public const string Regression = "Regression";

    private static readonly KeyDataViewType SetIdType = new(typeof(uint), int.MaxValue);

    /// <summary>A set number that no column of the schema has yet.</summary>
    public static uint NextSetId(DataViewSchema schema)
    {
        uint largest = 0;
        foreach (var column in schema)
        {
            if (column.Annotations.Schema.GetColumnOrNull(AnnotationKinds.ScoreColumnSetId)?.Type is not KeyDataViewType { RawType: var raw } || raw != typeof(uint)) continue;
            uint id = 0;
            column.Annotations.GetValue(AnnotationKinds.ScoreColumnSetId, ref id);
            largest = Math.Max(largest, id);
        }

        return largest + 1;
    }

    public static DataViewSchema.Annotations.Builder Of(uint setId, string columnKind, string valueKind)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.AddPrimitiveValue(AnnotationKinds.ScoreColumnSetId, SetIdType, setId);
        builder.AddPrimitiveValue(AnnotationKinds.ScoreColumnKind, TextDataViewType.Instance, columnKind.AsMemory());
        builder.AddPrimitiveValue(AnnotationKinds.ScoreValueKind, TextDataViewType.Instance, valueKind.AsMemory());
        return builder;
    }

    /// <summary>The shapes of what <see cref="Of"/> makes.</summary>
    public static IEnumerable<SchemaShape.Column> Shapes() =>
    [
        Scalar(AnnotationKinds.ScoreColumnSetId, NumberDataViewType.UInt32, isKey: true),
        Scalar(AnnotationKinds.ScoreColumnKind, TextDataViewType.Instance),
        Scalar(AnnotationKinds.ScoreValueKind, TextDataViewType.Instance),
    ];

    public static SchemaShape.Column NormalizedShape() => Scalar(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance);

    private static SchemaShape.Column Scalar(string kind, DataViewType type, bool isKey = false) =>
        new(kind, SchemaShape.Column.VectorKind.Scalar, type, isKey);
}
