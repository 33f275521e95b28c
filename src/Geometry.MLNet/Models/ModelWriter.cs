using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Writes a model: its parts one after the other, then the manifest.</summary>
internal sealed class ModelWriter(MLContext context, Stream stream)
{
    private readonly ArchiveWriter _archive = new(stream);
    private int _parts;

    /// <summary>Writes.</summary>
    /// <exception cref="NotSupportedException">A transformer cannot be saved.</exception>
    public void Write(ITransformer model, DataViewSchema inputSchema)
    {
        ModelFile schema = AddStock("schema.zip", new TransformerChain<ITransformer>(), inputSchema);
        ManifestPart part = ScopedLinks.Of(model) is { } links
            ? Chain(links, TransformerScope.Everything, inputSchema)
            : PartOf(model, TransformerScope.Everything, inputSchema);
        var manifest = new ModelManifest(ModelManifest.FormatName, ModelManifest.Newest, schema, part);
        _archive.Add(ModelManifest.Path, target => target.Write(ModelJson.Write(manifest)));
        _archive.Finish();
    }

    private ManifestPart Chain(IReadOnlyList<(ITransformer Transformer, TransformerScope Scope)> links, TransformerScope scope, DataViewSchema inputSchema)
    {
        List<ManifestPart> parts = [];
        DataViewSchema schema = inputSchema;
        for (int start = 0, end; start < links.Count; start = end)
        {
            end = start + 1;
            (ITransformer transformer, TransformerScope when) = links[start];
            if (ScopedLinks.Of(transformer) is { } inner)
            {
                parts.Add(Chain(inner, when, schema));
            }
            else if (IsStock(transformer))
            {
                // What ML.NET writes itself and stands together is written together.
                end = start + links.Skip(start).TakeWhile(link => IsStock(link.Transformer)).Count();
                parts.Add(Stock([.. links.Skip(start).Take(end - start)], schema));
            }
            else
            {
                parts.Add(PartOf(transformer, when, schema));
            }

            schema = links.Skip(start).Take(end - start).Aggregate(schema, (before, link) => link.Transformer.GetOutputSchema(before));
        }

        return new ManifestPart(ManifestPart.Chain, [ScopedLinks.NameOf(scope)], Parts: parts);
    }

    private ManifestPart PartOf(ITransformer transformer, TransformerScope scope, DataViewSchema inputSchema)
    {
        if (FormatOf(transformer) is not { } format)
        {
            return Stock([(transformer, scope)], inputSchema);
        }

        var writer = new PartWriter(_archive, $"parts/{++_parts}-{format.Kind}");
        format.Write(transformer, writer);
        (IReadOnlyList<string> inputs, IReadOnlyList<string> outputs) = format.Columns(transformer);
        return new ManifestPart(format.Kind, [ScopedLinks.NameOf(scope)], Inputs: inputs, Outputs: outputs, Files: writer.Files);
    }

    private ManifestPart Stock(IReadOnlyList<(ITransformer Transformer, TransformerScope Scope)> links, DataViewSchema inputSchema)
    {
        var chain = new TransformerChain<ITransformer>(links.Select(link => link.Transformer), links.Select(link => link.Scope));
        ModelFile file = AddStock($"parts/{++_parts}-{ManifestPart.Stock}.zip", chain, inputSchema);
        return new ManifestPart(
            ManifestPart.Stock, [.. links.Select(link => ScopedLinks.NameOf(link.Scope))], Transformers: [.. links.Select(link => link.Transformer.GetType().Name)], Files: [file]);
    }

    private ModelFile AddStock(string name, TransformerChain<ITransformer> chain, DataViewSchema inputSchema)
    {
        byte[] bytes = StockModels.Write(context, chain, inputSchema);
        return _archive.Add(name, target => target.Write(bytes));
    }

    private static bool IsStock(ITransformer transformer) => FormatOf(transformer) is null && ScopedLinks.Of(transformer) is null;

    private static PartFormat? FormatOf(ITransformer transformer) => PartFormat.All.FirstOrDefault(format => format.IsOf(transformer));
}
