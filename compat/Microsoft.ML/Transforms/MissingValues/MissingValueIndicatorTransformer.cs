using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(MissingValueIndicatorTransformer.Signature, typeof(MissingValueIndicatorTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Says of each number whether it is missing.</summary>
public sealed class MissingValueIndicatorTransformer : OneToOneTransformerBase
{
    internal const string Signature = "MissingValueIndicator";

    internal MissingValueIndicatorTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(MissingValueIndicatorTransformer)), columns)
    {
    }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source) => RealColumn.Check(source);

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
    }

    private static MissingValueIndicatorTransformer Load(IHostEnvironment env, ModelLoadContext ctx) => new(env, LoadColumns(ctx));

    private sealed class Mapper(MissingValueIndicatorTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name == AnnotationKinds.SlotNames);
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            DataViewType type = source.Type is VectorDataViewType vector ? new VectorDataViewType(BooleanDataViewType.Instance, vector.Dimensions) : BooleanDataViewType.Instance;
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) => Sources[added].Type.ItemTypeOrSelf().RawType == typeof(double)
            ? ElementwiseMapping.Getter<double, bool>(input, Sources[added], double.IsNaN)
            : ElementwiseMapping.Getter<float, bool>(input, Sources[added], float.IsNaN);
    }
}
