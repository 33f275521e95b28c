using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Views;

/// <summary>Makes views of arrays and reads columns of views.</summary>
internal static class Columns
{
    /// <summary>The rows that anonymous objects hold; <paramref name="widths"/> gives the sizes of vectors.</summary>
    public static IDataView View<T>(MLContext ml, IEnumerable<T> rows, params (string Column, int Width)[] widths)
        where T : class
    {
        SchemaDefinition definition = SchemaDefinition.Create(typeof(T), SchemaDefinition.Direction.Read);
        foreach ((string column, int width) in widths)
        {
            definition[column].ColumnType = new VectorDataViewType(((VectorDataViewType)definition[column].ColumnType).ItemType, width);
        }

        return ml.Data.LoadFromEnumerable(rows.ToArray(), definition);
    }

    public static float[][] Vectors(IDataView view, string column) => [.. view.GetColumn<float[]>(column)];

    public static T[] Values<T>(IDataView view, string column) => [.. view.GetColumn<T>(column)];

    public static string[] SlotNames(IDataView view, string column)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema[column].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
