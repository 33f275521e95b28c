namespace Microsoft.ML.Transforms;

/// <summary>Getters that map a value, or each value of a vector, by one function.</summary>
internal static class ElementwiseMapping
{
    public static Delegate Getter<TSource, TTarget>(DataViewRow input, DataViewSchema.Column column, Func<TSource, TTarget> map) =>
        column.Type is VectorDataViewType
            ? Vector(input.GetGetter<VBuffer<TSource>>(column), map)
            : Scalar(input.GetGetter<TSource>(column), map);

    private static ValueGetter<TTarget> Scalar<TSource, TTarget>(ValueGetter<TSource> getter, Func<TSource, TTarget> map)
    {
        var source = default(TSource);
        return (ref TTarget destination) =>
        {
            getter(ref source);
            destination = map(source);
        };
    }

    private static ValueGetter<VBuffer<TTarget>> Vector<TSource, TTarget>(ValueGetter<VBuffer<TSource>> getter, Func<TSource, TTarget> map)
    {
        var source = default(VBuffer<TSource>);
        TTarget absent = map(default);
        bool keepsSparse = EqualityComparer<TTarget>.Default.Equals(absent, default);
        return (ref VBuffer<TTarget> destination) =>
        {
            getter(ref source);
            ReadOnlySpan<TSource> values = source.GetValues();
            ReadOnlySpan<int> indices = source.GetIndices();
            var editor = VBufferEditor.Create(ref destination, source.Length, keepsSparse ? values.Length : source.Length);
            if (source.IsDense || keepsSparse)
            {
                for (int i = 0; i < values.Length; i++) editor.Values[i] = map(values[i]);
                if (!source.IsDense) indices.CopyTo(editor.Indices);
            }
            else
            {
                editor.Values.Fill(absent);
                for (int i = 0; i < values.Length; i++) editor.Values[indices[i]] = map(values[i]);
            }

            destination = editor.Commit();
        };
    }
}
