using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(TypeConvertingTransformer.Signature, typeof(TypeConvertingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Converts the values of columns to another type.</summary>
public sealed class TypeConvertingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "TypeConvert";

    private static readonly MethodInfo Getter = typeof(ElementwiseMapping).GetMethod(nameof(ElementwiseMapping.Getter));

    private readonly PrimitiveDataViewType _target;

    internal TypeConvertingTransformer(IHostEnvironment env, DataKind outputKind, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(TypeConvertingTransformer)), columns)
    {
        _target = TypeQueries.TypeOf(outputKind);
        OutputKind = outputKind;
    }

    internal IEnumerable<(string outputColumnName, string inputColumnName)> Columns => ColumnPairs;

    internal PrimitiveDataViewType TargetType => _target;

    private DataKind OutputKind { get; }

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        var item = source.Type.ItemTypeOrSelf();
        Check.Param(ValueConversion.Find(item.RawType, _target.RawType) is not null, nameof(inputSchema), $"Don't know how to convert {item} into {_target}");
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        ctx.Writer.Write((int)OutputKind);
    }

    private static TypeConvertingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        return new TypeConvertingTransformer(env, (DataKind)ctx.Reader.ReadInt32(), columns);
    }

    /// <summary>Whether the values of the result count as normalized: what was so stays so, and booleans become 0 and 1.</summary>
    internal static bool StaysNormalized(bool wasNormalized, bool fromBoolean, DataViewType target) =>
        target is NumberDataViewType number && (fromBoolean || (wasNormalized && (number.RawType == typeof(float) || number.RawType == typeof(double))));

    private sealed class Mapper(TypeConvertingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name == AnnotationKinds.SlotNames);
            if (StaysNormalized(source.IsNormalized(), source.Type.ItemTypeOrSelf() is BooleanDataViewType, parent._target))
                annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            DataViewType type = source.Type is VectorDataViewType vector ? new VectorDataViewType(parent._target, vector.Dimensions) : parent._target;
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var source = Sources[added];
            Type from = source.Type.ItemTypeOrSelf().RawType, to = parent._target.RawType;
            return (Delegate)Getter.MakeGenericMethod(from, to).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, source, ValueConversion.Find(from, to)], null);
        }
    }
}
