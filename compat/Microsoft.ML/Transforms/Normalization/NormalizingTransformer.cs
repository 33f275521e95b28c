using Microsoft.ML.Binary;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(NormalizingTransformer.Signature, typeof(NormalizingTransformer))]

namespace Microsoft.ML.Transforms;

public sealed partial class NormalizingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "Normalizer";

    private readonly DataViewType[] _types;
    private readonly NormalizerFunction[] _functions;

    internal NormalizingTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, DataViewType[] types, NormalizerFunction[] functions)
        : base(env.Register(nameof(NormalizingTransformer)), columns)
    {
        _types = types;
        _functions = functions;
    }

    public NormalizerModelParametersBase GetNormalizerModelParameters(int index)
    {
        Check.Param(index >= 0 && index < _functions.Length, nameof(index), "Invalid index");
        return _functions[index].Parameters;
    }

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (!source.Type.ItemTypeOrSelf().Equals(_types[pair].ItemTypeOrSelf()) || source.Type.ValueCount() != _types[pair].ValueCount()
            || source.Type is VectorDataViewType != _types[pair] is VectorDataViewType)
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, _types[pair].ToString(), source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        for (int i = 0; i < _functions.Length; i++)
        {
            SchemaFormat.WriteType(ctx.Writer, _types[i]);
            _functions[i].Save(ctx.Writer);
        }
    }

    private static NormalizingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        var types = new DataViewType[columns.Length];
        var functions = new NormalizerFunction[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            types[i] = SchemaFormat.ReadType(ctx.Reader);
            functions[i] = NormalizerFunction.LoadOfType(ctx.Reader, types[i]);
        }

        return new NormalizingTransformer(env, columns, types, functions);
    }

    private sealed class Mapper(NormalizingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name == AnnotationKinds.SlotNames);
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, source.Type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) => parent._functions[added].MakeGetter(input, Sources[added]);
    }
}
