using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Makes the <see cref="SchemaShape"/> that an estimator promises. Its columns have no public constructor; composing a data loader with
/// an empty chain is the public way to turn a schema into a shape, annotations included.
/// </summary>
internal static class SchemaPromise
{
    /// <summary>The shape of an input with columns appended; a column of the same name is replaced.</summary>
    public static SchemaShape Append(SchemaShape input, IEnumerable<DataViewSchema.DetachedColumn> columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach (DataViewSchema.DetachedColumn column in columns)
        {
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        }

        SchemaShape appended = Of(builder.ToSchema());
        HashSet<string> names = [.. appended.Select(column => column.Name)];
        return new SchemaShape(input.Where(column => !names.Contains(column.Name)).Concat(appended));
    }

    /// <summary>The column of a shape that has a name, or an error that says what there is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public static SchemaShape.Column Require(SchemaShape input, string role, string name)
    {
        foreach (SchemaShape.Column column in input)
        {
            if (column.Name == name)
            {
                return column;
            }
        }

        throw ColumnErrors.Missing(role, name, input.Select(column => column.Name), nameof(input) + "Schema");
    }

    /// <summary>The key values that a column promises, as a promise has them: known to be there, not yet known. Null where it promises none.</summary>
    public static DataViewSchema.Annotations? KeyValues(SchemaShape.Column column)
    {
        DataViewType? type = column.Annotations.Where(annotation => annotation.Name == "KeyValues").Select(annotation => annotation.ItemType).FirstOrDefault();
        if (type is null)
        {
            return null;
        }

        MethodInfo method = typeof(SchemaPromise).GetMethod(nameof(Unknown), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.RawType);
        Type getter = typeof(ValueGetter<>).MakeGenericType(typeof(VBuffer<>).MakeGenericType(type.RawType));
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add("KeyValues", new VectorDataViewType((PrimitiveDataViewType)type, 1), method.CreateDelegate(getter));
        return builder.ToAnnotations();
    }

    private static void Unknown<T>(ref VBuffer<T> value) => value = VBufferEditor.Create(ref value, 1, 0).Commit();

    private static SchemaShape Of(DataViewSchema schema) =>
        new FixedSchemaLoader(schema).Append(new EstimatorChain<ITransformer>()).GetOutputSchema();

    private sealed class FixedSchemaLoader(DataViewSchema schema) : IDataLoader<object>
    {
        public DataViewSchema GetOutputSchema() => schema;

        public IDataView Load(object input) => throw new NotSupportedException("Only the schema of this loader is of use.");

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException("Only the schema of this loader is of use.");
    }
}
