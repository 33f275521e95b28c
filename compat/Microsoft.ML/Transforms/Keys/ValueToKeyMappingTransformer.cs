using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(ValueToKeyMappingTransformer.Signature, typeof(ValueToKeyMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Replaces values by their keys.</summary>
public sealed class ValueToKeyMappingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "ValueToKey";

    private readonly KeyDictionary[] _dictionaries;
    private readonly bool[] _asText;

    internal ValueToKeyMappingTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, KeyDictionary[] dictionaries, bool[] asText)
        : base(env.Register(nameof(ValueToKeyMappingTransformer)), columns)
    {
        _dictionaries = dictionaries;
        _asText = asText;
    }

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        var expected = _dictionaries[pair].ItemType;
        if (!source.Type.ItemTypeOrSelf().Equals(expected))
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, expected.ToString(), source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        for (int i = 0; i < _dictionaries.Length; i++)
        {
            ctx.Writer.Write(_asText[i]);
            _dictionaries[i].Save(ctx.Writer);
        }
    }

    private static ValueToKeyMappingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        var asText = new bool[columns.Length];
        var dictionaries = new KeyDictionary[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            asText[i] = ctx.Reader.ReadBoolean();
            dictionaries[i] = KeyDictionary.Load(ctx.Reader);
        }

        return new ValueToKeyMappingTransformer(env, columns, dictionaries, asText);
    }

    private sealed class Mapper(ValueToKeyMappingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var dictionary = parent._dictionaries[i];
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name == AnnotationKinds.SlotNames);
            dictionary.AddKeyValues(annotations, parent._asText[i]);
            DataViewType type = source.Type is VectorDataViewType vector ? new VectorDataViewType(dictionary.KeyType, vector.Dimensions) : dictionary.KeyType;
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) => parent._dictionaries[added].MakeGetter(input, Sources[added]);
    }
}
