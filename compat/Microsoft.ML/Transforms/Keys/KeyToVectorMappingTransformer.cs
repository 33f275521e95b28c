using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(KeyToVectorMappingTransformer.Signature, typeof(KeyToVectorMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Turns a key into its indicator vector, and a vector of keys into their indicators one after another or their sum.</summary>
public sealed class KeyToVectorMappingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "KeyToVector";

    private static readonly MethodInfo Getter = typeof(IndicatorVectors).GetMethod(nameof(IndicatorVectors.Getter));

    internal KeyToVectorMappingTransformer(IHostEnvironment env, bool outputCountVector, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(KeyToVectorMappingTransformer)), columns) => OutputCountVector = outputCountVector;

    internal bool OutputCountVector { get; }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (source.Type.ItemTypeOrSelf() is not KeyDataViewType)
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, "key type or vector of key type", source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        ctx.Writer.Write(OutputCountVector);
    }

    private static KeyToVectorMappingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        return new KeyToVectorMappingTransformer(env, ctx.Reader.ReadBoolean(), columns);
    }

    private sealed class Mapper(KeyToVectorMappingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            int count = checked((int)source.Type.KeyCountOf());
            bool single = parent.OutputCountVector || source.Type is not VectorDataViewType;
            var type = single ? new VectorDataViewType(NumberDataViewType.Single, count)
                : source.Type.ValueCount() is var size and > 0 ? new VectorDataViewType(NumberDataViewType.Single, size, count)
                : new VectorDataViewType(NumberDataViewType.Single);
            var annotations = new DataViewSchema.Annotations.Builder();
            if (single && source.HasKeyValues()) IndicatorVectors.AddSlotNames(annotations, source);
            if (source.Type is not VectorDataViewType || !parent.OutputCountVector)
                annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) =>
            (Delegate)Getter.MakeGenericMethod(Sources[added].Type.ItemTypeOrSelf().RawType)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, Sources[added], parent.OutputCountVector], null);
    }
}
