using System.IO.Compression;
using System.Text;
using Microsoft.ML.Binary;

namespace Microsoft.ML;

/// <summary>The zip of a saved model: the chain and its input schema, or a loader that ends with the chain.</summary>
internal static class ModelArchive
{
    private const string VersionEntry = "TrainingInfo/Version.txt";
    private const string ChainFolder = "TransformerChain";
    private const string LoaderFolder = "DataLoaderModel";
    private const string SchemaEntry = "Schema";

    public static void Save(ITransformer model, DataViewSchema inputSchema, Stream stream)
    {
        using var archive = Create(stream);
        SaveComponent(archive, ChainFolder, AsChain(model));
        if (inputSchema is null)
            return;
        using var writer = new BinaryWriter(archive.CreateEntry(SchemaEntry).Open(), Encoding.UTF8);
        SchemaFormat.Write(writer, inputSchema);
    }

    public static void SaveWithLoader<TSource>(ITransformer model, IDataLoader<TSource> loader, Stream stream)
    {
        using var archive = Create(stream);
        SaveComponent(archive, LoaderFolder, new CompositeDataLoader<TSource, ITransformer>(loader, AsChain(model)));
    }

    public static ITransformer Load(IHostEnvironment env, Stream stream, out DataViewSchema inputSchema)
    {
        using var archive = Open(stream);
        if (!ModelLoadContext.Exists(archive, ChainFolder) && ModelLoadContext.Exists(archive, LoaderFolder))
        {
            var composite = LoadComposite(env, archive);
            inputSchema = composite.Loader.GetOutputSchema();
            return composite.Transformer;
        }
        inputSchema = ReadSchema(archive);
        return ModelLoadContext.Load<ITransformer>(env, archive, ChainFolder);
    }

    public static ITransformer LoadWithLoader(IHostEnvironment env, Stream stream, out IDataLoader<IMultiStreamSource> loader)
    {
        using var archive = Open(stream);
        if (!ModelLoadContext.Exists(archive, LoaderFolder))
            throw new ArgumentOutOfRangeException(nameof(stream), "No data loader was saved with the model");
        var composite = LoadComposite(env, archive);
        loader = composite.Loader;
        return composite.Transformer;
    }

    private static CompositeDataLoader<IMultiStreamSource, ITransformer> LoadComposite(IHostEnvironment env, ZipArchive archive) =>
        ModelLoadContext.Load<CompositeDataLoader<IMultiStreamSource, ITransformer>>(env, archive, LoaderFolder);

    private static TransformerChain<ITransformer> AsChain(ITransformer model) =>
        model as TransformerChain<ITransformer> ?? (model is IEnumerable<ITransformer> chain && ScopesOf(model) is { } scopes
            ? new TransformerChain<ITransformer>(chain, scopes)
            : new TransformerChain<ITransformer>(model));

    // Chains differ in the type of their last transformer only.
    private static IEnumerable<TransformerScope> ScopesOf(ITransformer model) => (model as IScopedChain)?.Scopes;

    private static ZipArchive Create(Stream stream)
    {
        var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var writer = new StreamWriter(archive.CreateEntry(VersionEntry).Open());
        writer.Write(typeof(ModelArchive).Assembly.GetName().Version);
        return archive;
    }

    private static void SaveComponent(ZipArchive archive, string folder, ICanSaveModel component)
    {
        using var ctx = new ModelSaveContext(archive, folder);
        component.Save(ctx);
        ctx.Done();
    }

    private static ZipArchive Open(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException("Failed to open a zip archive", e);
        }
    }

    private static DataViewSchema ReadSchema(ZipArchive archive)
    {
        if (archive.GetEntry(SchemaEntry) is not { } entry)
            return null;
        using var copy = new MemoryStream();
        using (var source = entry.Open())
            source.CopyTo(copy);
        copy.Position = 0;
        using var reader = new BinaryReader(copy, Encoding.UTF8);
        return SchemaFormat.Read(reader);
    }
}
