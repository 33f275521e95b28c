using System.Numerics;
using Microsoft.ML.Binary;
using Microsoft.ML.Rows;
using Microsoft.ML.Transforms;

[assembly: LoadableComponent(MissingValueReplacingTransformer.Signature, typeof(MissingValueReplacingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Puts a value where a number is missing.</summary>
public sealed class MissingValueReplacingTransformer : OneToOneTransformerBase
{
    internal const string Signature = "MissingValueReplacer";

    private readonly DataViewType[] _types;
    private readonly double[][] _values;

    internal MissingValueReplacingTransformer(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, DataViewType[] types, double[][] values)
        : base(env.Register(nameof(MissingValueReplacingTransformer)), columns)
    {
        _types = types;
        _values = values;
    }

    private protected override void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
        if (!source.Type.Equals(_types[pair]))
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, _types[pair].ToString(), source.Type.ToString());
    }

    private protected override ColumnMapper MakeMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema);

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetSignature(Signature);
        SaveColumns(ctx);
        for (int i = 0; i < _types.Length; i++)
        {
            SchemaFormat.WriteType(ctx.Writer, _types[i]);
            ValueArray.Write(ctx.Writer, _values[i]);
        }
    }

    private static MissingValueReplacingTransformer Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var columns = LoadColumns(ctx);
        var types = new DataViewType[columns.Length];
        var values = new double[columns.Length][];
        for (int i = 0; i < columns.Length; i++)
        {
            types[i] = SchemaFormat.ReadType(ctx.Reader);
            values[i] = ValueArray.Read<double>(ctx.Reader);
        }

        return new MissingValueReplacingTransformer(env, columns, types, values);
    }

    private static Delegate Getter<T>(DataViewRow input, DataViewSchema.Column column, double[] replacements)
        where T : struct, IFloatingPointIeee754<T>
    {
        T[] values = [.. replacements.Select(T.CreateChecked)];
        if (column.Type is not VectorDataViewType)
        {
            var scalar = input.GetGetter<T>(column);
            return (ValueGetter<T>)((ref T destination) =>
            {
                scalar(ref destination);
                if (T.IsNaN(destination)) destination = values[0];
            });
        }

        var vector = input.GetGetter<VBuffer<T>>(column);
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> destination) =>
        {
            vector(ref destination);
            var editor = VBufferEditor.CreateFromBuffer(ref destination);
            for (int i = 0; i < editor.Values.Length; i++)
            {
                if (T.IsNaN(editor.Values[i])) editor.Values[i] = values[destination.IsDense ? i : editor.Indices[i]];
            }

            destination = editor.Commit();
        });
    }

    private sealed class Mapper(MissingValueReplacingTransformer parent, DataViewSchema inputSchema) : OneToOneMapper(parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. Sources.Select((source, i) =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(source.Annotations, name => name is AnnotationKinds.SlotNames or AnnotationKinds.IsNormalized);
            return new DataViewSchema.DetachedColumn(Pairs[i].outputColumnName, source.Type, annotations.ToAnnotations());
        })];

        protected override Delegate MakeGetter(DataViewRow input, int added) => Sources[added].Type.ItemTypeOrSelf().RawType == typeof(double)
            ? Getter<double>(input, Sources[added], parent._values[added])
            : Getter<float>(input, Sources[added], parent._values[added]);
    }
}
