using Microsoft.ML;

namespace Geometry.MLNet;

public sealed partial class ModelCatalog
{
    /// <summary>
    /// Writes a trained network as an ONNX file, which stock ML.NET (<c>ml.Transforms.ApplyOnnxModel</c>) and ONNX Runtime in any language can run. The input
    /// has the name of the feature column and each column that the network adds is an output of its name, with the same values: hidden layers, and what
    /// the outputs say about the label.
    /// </summary>
    /// <remarks>
    /// The first dimension of the input and of all outputs is the number of rows, which is left open. Behind it the input has the number of features, or channels,
    /// height and width (a flat vector column fits these as well); layers of maps have maps, height and width, other layers their units; a column of single
    /// values has one. Types: <c>Hidden1</c>, ..., <c>Score</c> and <c>Probability</c> are Single; <c>PredictedLabel</c> is Boolean, or for a key label UInt32 and what
    /// the key holds: the place of the class from 1. The names of the classes are in the metadata, as are nonlinearity, architecture and layers
    /// (keys that start with <c>geometry.</c>). Version 7 of the format, operator set 13, less than 2 GB.
    /// </remarks>
    /// <param name="transformer">
    /// A network, as <c>ml.Geometry.Networks.Mlp</c> or <c>Convolutional</c> fits it, or a chain of that alone; with a named nonlinearity.
    /// </param>
    /// <param name="stream">Receives the file; it stays open.</param>
    /// <param name="options">Which columns, under which names; null for all as they are.</param>
    /// <exception cref="NotSupportedException">
    /// The transformer is none of these networks, or a chain with other steps; or the nonlinearity is a function of the user's own. The message says what to do.
    /// </exception>
    /// <exception cref="ArgumentException">A name of the options is no column of the network, or stands for two values.</exception>
    public void ConvertToOnnx(ITransformer transformer, Stream stream, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(stream);
        NetworkOf(transformer).WriteOnnx(options ?? new OnnxExportOptions(), stream);
    }

    /// <summary>Writes a trained network as an ONNX file (see the other overload). A file that is there is replaced once the new one is whole.</summary>
    /// <param name="transformer">A network, or a chain of that alone.</param>
    /// <param name="path">Where the file is to be, such as <c>network.onnx</c>.</param>
    /// <param name="options">Which columns, under which names; null for all as they are.</param>
    /// <exception cref="NotSupportedException">The transformer cannot be written as ONNX; the message says what to do.</exception>
    /// <exception cref="ArgumentException">The path is empty, or a name of the options is no column of the network, or stands for two values.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void ConvertToOnnx(ITransformer transformer, string path, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => ConvertToOnnx(transformer, stream, options));
    }

    private static IOnnxSource NetworkOf(ITransformer transformer)
    {
        ITransformer[] steps = [.. Steps(transformer)];
        return steps switch
        {
            [IOnnxSource network] => network,
            [ModuleTransformer module] => throw new NotSupportedException(
                $"The module over column '{module.InputColumnName}' is code of yours, whose operators cannot be seen from outside. Networks of ml.Geometry.Networks.Mlp and "
                + "Convolutional can be written as ONNX; write the same module in Python and export it there, with its weights."),
            [var other] => throw new NotSupportedException(
                $"{other.GetType().Name} is no network. Those of ml.Geometry.Networks.Mlp and Convolutional can be written as ONNX by this method, stock transformers by ml.Model.ConvertToOnnx."),
            _ => throw new NotSupportedException(
                $"The chain has {steps.Length} steps: {string.Join(", ", steps.Select(step => step.GetType().Name))}. An ONNX file holds one network and nothing else. Give this "
                + "method the network itself, such as chain.OfType<MlpTransformer>().Single(), and keep the whole chain by ml.Geometry.Model.Save."),
        };
    }

    private static IEnumerable<ITransformer> Steps(ITransformer transformer) =>
        transformer is IEnumerable<ITransformer> chain ? chain.SelectMany(Steps) : [transformer];
}
