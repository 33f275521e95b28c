using Microsoft.ML.Transforms.Image;

namespace Microsoft.ML.Images;

/// <summary>What the transforms of images ask of their columns.</summary>
internal static class ImageColumn
{
    public static ImageDataViewType Check(DataViewSchema.Column column) => column.Type as ImageDataViewType
        ?? throw Runtime.Check.ExceptSchemaMismatch("inputSchema", "input", column.Name, "image", column.Type.ToString());

    /// <summary>Finds a column of images.</summary>
    public static SchemaShape.Column Find(SchemaShape inputSchema, string name)
    {
        if (!inputSchema.TryFindColumn(name, out var column))
            throw Runtime.Check.ExceptSchemaMismatch(nameof(inputSchema), "input", name);
        return column.ItemType is ImageDataViewType && column.Kind == SchemaShape.Column.VectorKind.Scalar
            ? column
            : throw Runtime.Check.ExceptSchemaMismatch(nameof(inputSchema), "input", name, new ImageDataViewType().ToString(), column.GetTypeString());
    }

    /// <summary>A getter that makes a new image of each one; of a row without image it makes none.</summary>
    public static Delegate Map(DataViewRow input, DataViewSchema.Column column, Func<MLImage, MLImage> map)
    {
        var getter = input.GetGetter<MLImage>(column);
        MLImage source = null;
        return (ValueGetter<MLImage>)((ref MLImage destination) =>
        {
            destination?.Dispose();
            getter(ref source);
            destination = source is null ? null : map(source);
        });
    }
}
