using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Writes transformers of ML.NET's own, and schemas, as <c>ml.Model.Save</c> does, and reads them back. The archive that ML.NET makes is written anew without
/// compression and times, which <c>ml.Model.Load</c> reads all the same: then it has the same bytes for the same model, and takes no more memory than it has bytes.
/// </summary>
internal static class StockModels
{
    private const string What = "part that ML.NET wrote";

    /// <summary>Writes a chain and the schema of its input.</summary>
    /// <exception cref="NotSupportedException">ML.NET cannot write a transformer.</exception>
    public static byte[] Write(MLContext context, TransformerChain<ITransformer> chain, DataViewSchema inputSchema)
    {
        using MemoryStream written = new();
        try
        {
            context.Model.Save(chain, inputSchema, written);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            string[] names = [.. chain.Select(one => one.GetType().Name)];
            throw new NotSupportedException(
                $"ML.NET cannot save {(names.Length == 0 ? "the schema of the input" : string.Join(", ", names))}: {exception.Message}", exception);
        }

        using MemoryStream plain = new();
        ArchiveWriter writer = new(plain);
        using ZipArchive archive = new(new MemoryStream(written.ToArray()), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using Stream content = entry.Open();
            writer.Add(entry.FullName, content.CopyTo);
        }

        writer.Finish();
        return plain.ToArray();
    }

    /// <summary>Reads a chain and the schema of its input.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or ML.NET cannot read it.</exception>
    public static (IReadOnlyList<ITransformer> Transformers, DataViewSchema Schema) Read(MLContext context, byte[] bytes)
    {
        new ArchiveReader(new MemoryStream(bytes), What).Verify();
        try
        {
            ITransformer model = context.Model.Load(new MemoryStream(bytes), out DataViewSchema schema);
            return schema is null
                ? throw new InvalidDataException($"The {What} has no schema.")
                : (model is IEnumerable<ITransformer> chain ? [.. chain] : [model], schema);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InvalidDataException))
        {
            throw new InvalidDataException($"ML.NET cannot read its part of the model: {exception.Message}", exception);
        }
    }
}
