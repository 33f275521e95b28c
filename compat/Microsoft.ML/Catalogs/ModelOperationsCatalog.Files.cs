namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    public void Save(ITransformer model, DataViewSchema inputSchema, Stream stream)
    {
        Check.Value(model, nameof(model));
        Check.Value(stream, nameof(stream));
        ModelArchive.Save(model, inputSchema, stream);
    }

    public void Save(ITransformer model, DataViewSchema inputSchema, string filePath)
    {
        Check.Value(model, nameof(model));
        Check.NonEmpty(filePath, nameof(filePath));
        using var stream = File.Create(filePath);
        Save(model, inputSchema, stream);
    }

    public void Save<TSource>(ITransformer model, IDataLoader<TSource> loader, Stream stream)
    {
        Check.Value(model, nameof(model));
        Check.Value(loader, nameof(loader));
        Check.Value(stream, nameof(stream));
        ModelArchive.SaveWithLoader(model, loader, stream);
    }

    public void Save<TSource>(ITransformer model, IDataLoader<TSource> loader, string filePath)
    {
        Check.Value(model, nameof(model));
        Check.Value(loader, nameof(loader));
        Check.NonEmpty(filePath, nameof(filePath));
        using var stream = File.Create(filePath);
        Save(model, loader, stream);
    }

    public ITransformer Load(Stream stream, out DataViewSchema inputSchema)
    {
        Check.Value(stream, nameof(stream));
        return ModelArchive.Load(Environment, stream, out inputSchema);
    }

    public ITransformer Load(string filePath, out DataViewSchema inputSchema)
    {
        Check.NonEmpty(filePath, nameof(filePath));
        using var stream = File.OpenRead(filePath);
        return Load(stream, out inputSchema);
    }

    public ITransformer LoadWithDataLoader(Stream stream, out IDataLoader<IMultiStreamSource> loader)
    {
        Check.Value(stream, nameof(stream));
        return ModelArchive.LoadWithLoader(Environment, stream, out loader);
    }

    public ITransformer LoadWithDataLoader(string filePath, out IDataLoader<IMultiStreamSource> loader)
    {
        Check.NonEmpty(filePath, nameof(filePath));
        using var stream = File.OpenRead(filePath);
        return LoadWithDataLoader(stream, out loader);
    }
}
