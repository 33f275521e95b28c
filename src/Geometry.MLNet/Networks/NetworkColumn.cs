using Geometry.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Computes a column's value from the units of a layer in one row.</summary>
internal delegate void RowFunction<T>(ReadOnlySpan<float> units, ref T value);

/// <summary>A column that a network adds: what it is called and how its value follows from a layer.</summary>
internal abstract class NetworkColumn(string name, DataViewType type, int layer, OnnxValue meaning, DataViewSchema.Annotations? annotations)
{
    /// <summary>Gets the name.</summary>
    public string Name => name;

    /// <summary>Gets what the value is made of the units of the layer.</summary>
    public OnnxValue Meaning => meaning;

    /// <summary>Gets the layer that the value is computed from.</summary>
    public int Layer => layer;

    /// <summary>Gets the column as a schema wants it.</summary>
    public DataViewSchema.DetachedColumn Detached => new(name, type, annotations);

    /// <summary>A getter of the value in the row that <paramref name="current"/> names.</summary>
    public abstract Delegate Getter(LayerValues values, Func<int> current);

    /// <summary>A column that holds the units of a layer.</summary>
    public static NetworkColumn Units(string name, VectorDataViewType type, int layer, DataViewSchema.Annotations? annotations = null) =>
        new NetworkColumn<VBuffer<float>>(name, type, layer, OnnxValue.AsIs, CopyUnits, annotations);

    private static void CopyUnits(ReadOnlySpan<float> units, ref VBuffer<float> value)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref value, units.Length);
        units.CopyTo(editor.Values);
        value = editor.Commit();
    }
}

/// <summary>A column whose values are of one type.</summary>
internal sealed class NetworkColumn<T>(
    string name, DataViewType type, int layer, OnnxValue meaning, RowFunction<T> function, DataViewSchema.Annotations? annotations = null)
    : NetworkColumn(name, type, layer, meaning, annotations)
{
    public override Delegate Getter(LayerValues values, Func<int> current) =>
        (ValueGetter<T>)((ref T value) => function(values.Row(Layer, current()), ref value));
}
