using Geometry.MLNet;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>What can be asked of a saved model.</summary>
public static class ModelFiles
{
    /// <summary>Says what a model file holds, with all checksums compared.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The description.</returns>
    /// <exception cref="BadInputException">The file cannot be read, is no model or is damaged.</exception>
    public static ModelDescription Describe(string path) => Ask(path, ml => ml.Geometry.Model.Describe(path));

    /// <summary>Compares all checksums of a model file, and loads the model.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The description.</returns>
    /// <exception cref="BadInputException">The file cannot be read, is no model, is damaged, or uses code that is not in the file.</exception>
    public static ModelDescription Check(string path) => Ask(path, ml =>
    {
        ModelDescription description = ml.Geometry.Model.Describe(path);
        (ml.Geometry.Model.Load(path, out _) as IDisposable)?.Dispose();
        return description;
    });

    /// <summary>Writes a network of a model file as an ONNX file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The ONNX file.</param>
    /// <param name="network">Which network of the model, from 1 in the order in which they are run; null where there is one only.</param>
    /// <param name="columns">The columns that the ONNX file gives; null for all.</param>
    /// <returns>The input column of the network and the columns that it gives.</returns>
    /// <exception cref="BadInputException">
    /// The file cannot be read, is no model or is damaged; there is no such network, or several and none was chosen; or it cannot be written as ONNX.
    /// </exception>
    public static (string Input, IReadOnlyList<string> Outputs) ConvertToOnnx(string path, string target, int? network, IReadOnlyList<string>? columns) => Ask(path, ml =>
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        NetworkTransformer[] networks = [.. Flat(ml.Geometry.Model.Load(path, out _)).OfType<NetworkTransformer>().Where(one => one is not ModuleTransformer)];
        NetworkTransformer chosen = (networks, network) switch
        {
            ([], _) => throw new BadInputException($"{path} has no network that can be written as ONNX: those of the steps Mlp and Convolutional can."),
            ([var only], null) => only,
            (_, { } number) when number >= 1 && number <= networks.Length => networks[number - 1],
            _ => throw new BadInputException(
                $"{path} has {networks.Length} networks: {string.Join("; ", networks.Select((one, i) => $"{i + 1} over '{one.InputColumnName}'"))}. Choose one with --network NUMBER."),
        };
        ml.Geometry.Model.ConvertToOnnx(chosen, target, new OnnxExportOptions { OutputColumnNames = columns });
        return (chosen.InputColumnName, columns ?? chosen.OutputColumnNames);
    });

    private static IEnumerable<ITransformer> Flat(ITransformer model) => model is IEnumerable<ITransformer> chain ? chain.SelectMany(Flat) : [model];

    private static T Ask<T>(string path, Func<MLContext, T> ask)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return ask(new MLContext(seed: 1));
        }
        catch (Exception e) when (e is not BadInputException && UserErrors.Is(e))
        {
            throw new BadInputException($"{path}: {UserErrors.Text(e)}", e);
        }
    }
}
