using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Models that outlive their process; reached as <c>ml.Geometry.Model</c>.</summary>
public sealed partial class ModelCatalog
{
    private readonly MLContext _context;

    internal ModelCatalog(MLContext context) => _context = context;

    /// <summary>
    /// Saves a model, such as a chain of stock transformers and those of this library, nested chains and scopes included, as one zip file: a manifest in JSON;
    /// stock transformers as <c>ml.Model.Save</c> writes them; those of this library as JSON, with weights in the safetensors format that Python reads too. The
    /// same model gives the same bytes.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The schema of the data that it is to be given.</param>
    /// <param name="filePath">The file. One of that name is replaced when all is written, and stays where saving fails.</param>
    /// <exception cref="NotSupportedException">
    /// A part cannot be saved: a transformer that ML.NET cannot save, or a score that holds the view that its decoders are trained on.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example>
    /// <code>
    /// ml.Geometry.Model.Save(model.GetModelFor(TransformerScope.Scoring), data.Schema, "model.zip");
    /// ITransformer loaded = ml.Geometry.Model.Load("model.zip", out DataViewSchema schema);
    /// </code>
    /// </example>
    public void Save(ITransformer model, DataViewSchema inputSchema, string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        Check(model, inputSchema);
        AtomicFile.Write(filePath, stream => new ModelWriter(_context, stream).Write(model, inputSchema));
    }

    /// <summary>Saves a model into a stream; see <see cref="Save(ITransformer, DataViewSchema, string)"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The schema of the data that it is to be given.</param>
    /// <param name="stream">Receives the file; it stays open, behind the last byte.</param>
    /// <exception cref="NotSupportedException">A part cannot be saved.</exception>
    public void Save(ITransformer model, DataViewSchema inputSchema, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Check(model, inputSchema);
        using MemoryStream memory = new();
        new ModelWriter(_context, memory).Write(model, inputSchema);
        memory.WriteTo(stream);
    }

    /// <summary>
    /// Loads a model that <see cref="Save(ITransformer, DataViewSchema, string)"/> saved: the same to the bit in all that it computes. No type is taken from the
    /// file, and nothing in it is used before its size and checksum were compared; but stock parts are read by ML.NET, which trusts what it reads, so load
    /// models of people whom you trust.
    /// </summary>
    /// <param name="filePath">The file.</param>
    /// <param name="inputSchema">The schema of the data that the model was saved for.</param>
    /// <param name="options">Functions and modules of your own that the model uses; null for none.</param>
    /// <returns>The model; of a chain a chain, whose <c>GetModelFor</c> works as before.</returns>
    /// <exception cref="InvalidDataException">The file is no model, is damaged, or is of a version that this release does not know.</exception>
    /// <exception cref="InvalidOperationException">The model needs a function or a module that <paramref name="options"/> lacks; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ITransformer Load(string filePath, out DataViewSchema inputSchema, ModelLoadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using FileStream stream = File.OpenRead(filePath);
        return Load(stream, out inputSchema, options);
    }

    /// <summary>Loads a model from a stream; see <see cref="Load(string, out DataViewSchema, ModelLoadOptions?)"/>.</summary>
    /// <param name="stream">The file, from where the stream stands to its end; it can be moved in.</param>
    /// <param name="inputSchema">The schema of the data that the model was saved for.</param>
    /// <param name="options">Functions and modules of your own that the model uses; null for none.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The stream cannot be moved in.</exception>
    /// <exception cref="InvalidDataException">The file is no model, is damaged, or is of a version that this release does not know.</exception>
    /// <exception cref="InvalidOperationException">The model needs a function or a module that <paramref name="options"/> lacks; the message names it.</exception>
    public ITransformer Load(Stream stream, out DataViewSchema inputSchema, ModelLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The directory of a model file is at its end, so it is read from a stream that can be moved in. Copy this one into a MemoryStream.", nameof(stream));
        }

        (ITransformer model, inputSchema) = new ModelReader(_context, stream, options ?? new ModelLoadOptions()).Read();
        return model;
    }

    private static void Check(ITransformer model, DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputSchema);
    }
}
