using Microsoft.ML.Rows;

[assembly: LoadableComponent(Microsoft.ML.Data.ColumnConcatenatingTransformer.Signature, typeof(Microsoft.ML.Data.ColumnConcatenatingTransformer))]

namespace Microsoft.ML.Data;

public sealed class ColumnConcatenatingTransformer : RowToRowTransformerBase
{
    internal const string Signature = "ConcatTransform";

    private readonly string _name;
    private readonly string[] _sources;

    internal ColumnConcatenatingTransformer(IHostEnvironment env, string outputColumnName, params string[] inputColumnNames)
        : base(env.Register(nameof(ColumnConcatenatingTransformer)))
    {
        _name = outputColumnName;
        _sources = inputColumnNames;
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        string name = ctx.Reader.ReadString();
        int count = ctx.Reader.ReadInt32();
        Check.Decode(count > 0, "Corrupt model file: a concatenation without inputs");
        return new ColumnConcatenatingTransformer(env, name, [.. Enumerable.Range(0, count).Select(_ => ctx.Reader.ReadString())]);
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new ConcatenatingMapper(inputSchema, _name, _sources);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        ctx.Writer.Write(_name);
        ctx.Writer.Write(_sources.Length);
        foreach (string source in _sources)
            ctx.Writer.Write(source);
    }
}
