namespace Geometry.Networks;

/// <summary>What a saved network is made of, as its file says; nothing of it is made.</summary>
/// <param name="Kind"><c>mlp</c> or <c>convolutional</c>.</param>
/// <param name="Architecture">The parts of a convolutional network, or the hidden widths.</param>
/// <param name="Nonlinearity">The text of the function.</param>
/// <param name="IsNamed">Whether it is a function of the catalogue; one of the user's own is needed to load the network.</param>
/// <param name="Inputs">The dimensions of a row of the input.</param>
/// <param name="Layers">The layers between the input and the readout.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Readout">How the output weights were made, and whether they were trained.</param>
/// <param name="Numbers">The number of all weights, biases and statistics.</param>
public sealed record NetworkDescription(
    string Kind, string Architecture, string Nonlinearity, bool IsNamed, IReadOnlyList<int> Inputs, IReadOnlyList<ConvNetLayerShape> Layers, int Outputs,
    ReadoutMode Readout, long Numbers)
{
    /// <summary>Describes the network in a file that <see cref="Mlp.Save"/> or <see cref="ConvNet.Save"/> wrote.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The description; null for a file that does not say of which network it is.</returns>
    /// <exception cref="InvalidDataException">What it says is damaged, or of a version that is not known.</exception>
    public static NetworkDescription? Of(SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        long numbers = file.Tensors.Sum(tensor => tensor.Count);
        switch (NetworkHeader.KindOf(file))
        {
            case NetworkHeader.Mlp:
                MlpHeader mlp = NetworkHeader.Read(file, NetworkHeader.Mlp, MlpHeader.Newest, MlpHeaderContext.Default.MlpHeader);
                MlpArchitecture architecture = mlp.ToArchitecture(Placeholder(mlp.Nonlinearity, mlp.IsNamed));
                return new NetworkDescription(
                    NetworkHeader.Mlp, string.Join('-', mlp.Hidden), mlp.Nonlinearity, mlp.IsNamed, [mlp.Inputs],
                    [.. architecture.HiddenWidths.Select((width, layer) => new ConvNetLayerShape(Mlp.HiddenName(layer + 1), [width]))], mlp.Outputs, mlp.Readout, numbers);
            case NetworkHeader.ConvNet:
                ConvNetHeader convNet = NetworkHeader.Read(file, NetworkHeader.ConvNet, ConvNetHeader.Newest, ConvNetHeaderContext.Default.ConvNetHeader);
                ConvNetBlueprint blueprint = convNet.ToBlueprint(Placeholder(convNet.Nonlinearity, convNet.IsNamed));
                return new NetworkDescription(
                    NetworkHeader.ConvNet, blueprint.Architecture.Text, convNet.Nonlinearity, convNet.IsNamed, blueprint.ImageShape, blueprint.Layers,
                    convNet.Outputs, convNet.Readout, numbers);
            default:
                return null;
        }
    }

    // A function of the user's own is not needed to tell the shapes of layers.
    private static Nonlinearity[] Placeholder(string text, bool isNamed)
    {
        try
        {
            return isNamed ? [] : [Networks.Nonlinearity.FromFunction(text, x => x)];
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The saved network is damaged: '{text}' is no name of a user's function.", exception);
        }
    }
}
