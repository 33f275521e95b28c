namespace Geometry.Networks;

public sealed partial class Mlp
{
    private const string WeightName = "weight", BiasName = "bias";

    /// <summary>
    /// Writes the network as a safetensors file: the weights as <c>Hidden1.weight</c> (outputs x inputs), <c>Hidden1.bias</c>, ..., <c>Readout.weight</c>, and
    /// the architecture as JSON in the header.
    /// </summary>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter writer = new();
        for (int layer = 0; layer <= HiddenLayers.Count; layer++)
        {
            (string name, MlpLayer values) = layer < HiddenLayers.Count ? (HiddenName(layer + 1), HiddenLayers[layer]) : (ReadoutName, Readout);
            writer.Add($"{name}.{WeightName}", values.Weight);
            if (values.Bias is not null)
            {
                writer.Add($"{name}.{BiasName}", values.Bias);
            }
        }

        writer.Write(stream, NetworkHeader.Write(MlpHeader.Of(Architecture), MlpHeaderContext.Default.MlpHeader));
    }

    /// <summary>Reads a network that <see cref="Save"/> wrote; the stream is left after its last byte.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="functions">The user's own nonlinearities that the network may use, found by their text; none are needed for named ones.</param>
    /// <returns>The network.</returns>
    /// <exception cref="InvalidDataException">The bytes are no saved network, are damaged or truncated, or come from a later version.</exception>
    /// <exception cref="InvalidOperationException">The network uses a user's own nonlinearity that <paramref name="functions"/> lacks.</exception>
    public static Mlp Load(Stream stream, params IEnumerable<Nonlinearity> functions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(functions);
        SafetensorsFile file = SafetensorsFile.Read(stream);
        MlpArchitecture architecture = NetworkHeader.Read(file, NetworkHeader.Mlp, MlpHeader.Newest, MlpHeaderContext.Default.MlpHeader).ToArchitecture(functions);

        // All is known to fit before anything is made.
        file.RequireExactly([.. Tensors(architecture)], "network");
        return new Mlp(architecture, (name, _, _, trained) => (
            file.ReadSingles($"{name}.{WeightName}"), trained ? file.ReadSingles($"{name}.{BiasName}") : null));
    }

    private static IEnumerable<SafetensorsTensor> Tensors(MlpArchitecture architecture)
    {
        int inputs = architecture.InputWidth, layer = 0;
        foreach (int width in architecture.HiddenWidths.Append(architecture.OutputWidth))
        {
            bool isReadout = layer++ == architecture.HiddenWidths.Count;
            string name = isReadout ? ReadoutName : HiddenName(layer);
            yield return new SafetensorsTensor($"{name}.{WeightName}", SafetensorsType.F32, [width, inputs]);
            if (!isReadout || architecture.Readout == ReadoutMode.Trained)
            {
                yield return new SafetensorsTensor($"{name}.{BiasName}", SafetensorsType.F32, [width]);
            }

            inputs = width;
        }
    }
}
