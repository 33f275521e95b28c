using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Reads a model. Nothing is used before its size and checksum were compared.</summary>
internal sealed class ModelReader
{
    // A chain in a chain in a chain... deeper than that is no model but an attack.
    private const int MaximumDepth = 16;

    private readonly MLContext _context;
    private readonly ModelLoadOptions _options;
    private readonly ModelManifest _manifest;
    private readonly CheckedFiles _files;

    /// <summary>Reads the manifest of the model that a stream has from where it stands to its end.</summary>
    /// <exception cref="InvalidDataException">It is no model, is damaged, or is of a version that is not known.</exception>
    public ModelReader(MLContext context, Stream stream, ModelLoadOptions options)
    {
        (_context, _options) = (context, options);
        var archive = new ArchiveReader(stream, "model file");
        _manifest = ModelManifest.Read(archive);
        _files = new CheckedFiles(archive);
    }

    /// <summary>Reads the model.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="InvalidOperationException">It needs something that the options lack.</exception>
    public (ITransformer Model, DataViewSchema InputSchema) Read()
    {
        DataViewSchema schema = StockModels.Read(_context, _files.Read(_manifest.Schema)).Schema;
        (ITransformer Transformer, TransformerScope Scope)[] parts = [.. Read(_manifest.Model, MaximumDepth)];
        return parts is [var only] ? (only.Transformer, schema) : throw new InvalidDataException($"The model file is damaged: its model is {parts.Length} transformers that are no chain.");
    }

    /// <summary>Describes the model and compares the checksums of all its files.</summary>
    /// <param name="size">The bytes of the model file.</param>
    /// <param name="hash">Their SHA-256.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ModelDescription Describe(long size, string hash) =>
        new(_manifest.Version, size, hash, StockModels.Read(_context, _files.Read(_manifest.Schema)).Schema, Describe(_manifest.Model));

    private ModelPart Describe(ManifestPart part)
    {
        NetworkDescription? network = null;
        foreach (ModelFile file in part.Files ?? [])
        {
            byte[] bytes = _files.Read(file);
            if (part.Kind != ManifestPart.Stock && file.Path.EndsWith(PartFormat.NetworkFile, StringComparison.Ordinal))
            {
                network = NetworkDescription.Of(SafetensorsFile.Read(new MemoryStream(bytes, writable: false)));
            }
        }

        return new ModelPart(
            part.Kind, part.Scopes, part.Transformers ?? [], part.Inputs ?? [], part.Outputs ?? [], part.Files ?? [], network, [.. (part.Parts ?? []).Select(Describe)]);
    }

    private IEnumerable<(ITransformer Transformer, TransformerScope Scope)> Read(ManifestPart part, int depth)
    {
        if (depth == 0)
        {
            throw new InvalidDataException($"The model file is damaged: chains are nested more than {MaximumDepth} deep.");
        }

        string what = $"part of kind '{part.Kind}' in the model file";
        TransformerScope[] scopes = ModelJson.Guard(what, () => part.Scopes.Select(ScopedLinks.Parse).ToArray());
        ITransformer[] transformers = part.Kind switch
        {
            ManifestPart.Chain => [ReadChain(part, depth)],
            ManifestPart.Stock when part.Files is [var file] => [.. StockModels.Read(_context, _files.Read(file)).Transformers],
            _ => [ReadOwn(part, what)],
        };
        return transformers.Length == scopes.Length
            ? transformers.Zip(scopes)
            : throw new InvalidDataException($"The {what} is damaged: it has {transformers.Length} transformers and {scopes.Length} scopes.");
    }

    private TransformerChain<ITransformer> ReadChain(ManifestPart chain, int depth)
    {
        (ITransformer Transformer, TransformerScope Scope)[] links = [.. (chain.Parts ?? []).SelectMany(part => Read(part, depth - 1))];
        return new TransformerChain<ITransformer>(links.Select(link => link.Transformer), links.Select(link => link.Scope));
    }

    private ITransformer ReadOwn(ManifestPart part, string what)
    {
        PartFormat format = PartFormat.All.FirstOrDefault(format => format.Kind == part.Kind) ?? throw new InvalidDataException(
            $"The model file has a part of kind '{part.Kind}', which this release does not know; it knows {string.Join(", ", PartFormat.All.Select(known => known.Kind))}, "
            + $"{ManifestPart.Stock} and {ManifestPart.Chain}.");
        return ModelJson.Guard(what, () =>
        {
            var reader = new PartReader(_files, part, _options);
            ITransformer transformer = format.Read(reader);
            reader.RequireAllRead();
            (IReadOnlyList<string> inputs, IReadOnlyList<string> outputs) = format.Columns(transformer);
            return inputs.SequenceEqual(part.Inputs ?? []) && outputs.SequenceEqual(part.Outputs ?? [])
                ? transformer
                : throw new FormatException("its columns are not those that the manifest says");
        });
    }
}
