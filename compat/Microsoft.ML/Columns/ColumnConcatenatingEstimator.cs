namespace Microsoft.ML.Transforms;

public sealed class ColumnConcatenatingEstimator : IEstimator<ColumnConcatenatingTransformer>
{
    private readonly IHost _host;
    private readonly string _name;
    private readonly string[] _sources;

    internal ColumnConcatenatingEstimator(IHostEnvironment env, string outputColumnName, params string[] inputColumnNames)
    {
        _host = env.Register(nameof(ColumnConcatenatingEstimator));
        Check.NonEmpty(outputColumnName, nameof(outputColumnName));
        Check.NonEmpty(inputColumnNames, nameof(inputColumnNames));
        Check.Param(inputColumnNames.All(n => !string.IsNullOrEmpty(n)), nameof(inputColumnNames), "Contained some null or empty items");
        _name = outputColumnName;
        _sources = inputColumnNames;
    }

    public ColumnConcatenatingTransformer Fit(IDataView input)
    {
        Check.Value(input, nameof(input));
        return new ColumnConcatenatingTransformer(_host, _name, _sources);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        var inputs = _sources.Select(name => inputSchema.TryFindColumn(name, out var column)
            ? column
            : throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", name)).ToArray();
        var first = inputs[0];
        foreach (var column in inputs)
        {
            if (!column.ItemType.Equals(first.ItemType) || column.IsKey != first.IsKey)
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", column.Name, first.GetTypeString(), column.GetTypeString());
        }
        bool varies = inputs.Any(c => c.Kind == SchemaShape.Column.VectorKind.VariableVector);
        var kind = varies ? SchemaShape.Column.VectorKind.VariableVector : SchemaShape.Column.VectorKind.Vector;
        return inputSchema.With(new SchemaShape.Column(_name, kind, first.ItemType, first.IsKey, AnnotationsOf(inputs, varies)));
    }

    private static SchemaShape AnnotationsOf(SchemaShape.Column[] inputs, bool varies)
    {
        if (inputs.Length == 1)
            return inputs[0].Annotations;
        var shapes = new List<SchemaShape.Column>();
        if (!varies)
            shapes.Add(SchemaShape.Column.Of(AnnotationKinds.SlotNames, new VectorDataViewType(TextDataViewType.Instance, 1)));
        if (inputs.All(c => c.HasAnnotation(AnnotationKinds.IsNormalized)))
            shapes.Add(SchemaShape.Column.Of(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance));
        return new SchemaShape(shapes);
    }
}
