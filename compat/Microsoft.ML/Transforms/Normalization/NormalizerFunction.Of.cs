using System.Numerics;

namespace Microsoft.ML.Transforms;

/// <summary>A normalizer of a number or of a vector of them, slot by slot.</summary>
internal abstract class NormalizerFunction<T>(bool isVector) : NormalizerFunction
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    protected bool IsVector => isVector;

    /// <summary>Whether a sparse vector may stay sparse.</summary>
    protected abstract bool KeepsZero { get; }

    protected abstract T Map(T value, int slot);

    protected abstract void MapDense(ReadOnlySpan<T> source, Span<T> target);

    public override Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column)
    {
        if (!isVector)
        {
            var scalar = input.GetGetter<T>(column);
            return (ValueGetter<T>)((ref T destination) =>
            {
                scalar(ref destination);
                destination = Map(destination, 0);
            });
        }

        var vector = input.GetGetter<VBuffer<T>>(column);
        var source = default(VBuffer<T>);
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> destination) =>
        {
            vector(ref source);
            if (source.IsDense || !KeepsZero) MapToDense(in source, ref destination);
            else MapSparse(in source, ref destination);
        });
    }

    private void MapToDense(in VBuffer<T> source, ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, source.Length);
        if (source.IsDense) MapDense(source.GetValues(), editor.Values);
        else
        {
            source.CopyTo(editor.Values);
            MapDense(editor.Values, editor.Values);
        }

        destination = editor.Commit();
    }

    private void MapSparse(in VBuffer<T> source, ref VBuffer<T> destination)
    {
        ReadOnlySpan<T> values = source.GetValues();
        ReadOnlySpan<int> indices = source.GetIndices();
        var editor = VBufferEditor.Create(ref destination, source.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            editor.Indices[i] = indices[i];
            editor.Values[i] = Map(values[i], indices[i]);
        }

        destination = editor.Commit();
    }

    protected static void Write(BinaryWriter writer, T[] values)
    {
        writer.Write(values.Length);
        foreach (T value in values) writer.Write(double.CreateChecked(value));
    }

    protected static T[] Read(BinaryReader reader)
    {
        var values = new T[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++) values[i] = T.CreateChecked(reader.ReadDouble());
        return values;
    }

    protected static T[] Convert(double[] values) => [.. values.Select(T.CreateChecked)];
}
