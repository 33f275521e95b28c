using System.Numerics;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(KeyToValueMappingTransformer.Signature, typeof(KeyToValueMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Replaces keys by the values that their column's annotation gives.</summary>
public sealed class KeyToValueMappingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "KeyToValue";

    private static readonly MethodInfo Getter = typeof(KeyToValueMappingTransformer).GetMethod(nameof(MakeTypedGetter), BindingFlags.NonPublic | BindingFlags.Static);

    internal KeyToValueMappingTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(KeyToValueMappingTransformer)), columns)
    {
    }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source) =>
        Check.That(source.HasKeyValues(), "Metadata KeyValues does not exist");

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
    }

    private static KeyToValueMappingTransformer Load(IHostEnvironment env, ModelLoadContext ctx) => new(env, LoadColumns(ctx));

    private static Delegate MakeTypedGetter<TKey, TValue>(DataViewRow input, DataViewSchema.Column column)
        where TKey : IBinaryInteger<TKey>
    {
        var stored = default(VBuffer<TValue>);
        column.GetKeyValues(ref stored);
        TValue[] values = [.. stored.DenseValues()];
        return ElementwiseMapping.Getter<TKey, TValue>(input, column, key =>
            ulong.CreateTruncating(key) is var place and > 0 && place <= (ulong)values.Length ? values[place - 1] : ValueTraits<TValue>.Missing);
    }

    private sealed class Mapper(KeyToValueMappingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name == AnnotationKinds.SlotNames);
            var item = ValueType(source);
            DataViewType type = source.Type is VectorDataViewType vector ? new VectorDataViewType(item, vector.Dimensions) : item;
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var source = Sources[added];
            return (Delegate)Getter.MakeGenericMethod(source.Type.ItemTypeOrSelf().RawType, ValueType(source).RawType)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, source], null);
        }

        private static PrimitiveDataViewType ValueType(DataViewSchema.Column source) =>
            ((VectorDataViewType)source.Annotations.Schema[AnnotationKinds.KeyValues].Type).ItemType;
    }
}
