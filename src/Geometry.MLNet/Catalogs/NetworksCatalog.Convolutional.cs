using Geometry.Networks;

namespace Geometry.MLNet;

public sealed partial class NetworksCatalog
{
    /// <summary>Trains a convolutional network whose layers become columns <c>Conv1</c>, <c>Pool1</c>, <c>Hidden1</c>, ...</summary>
    /// <param name="labelColumnName">The label: a key for several classes, Boolean for two; also Single, or a vector of Boolean or Single. Default: <c>Label</c>.</param>
    /// <param name="featureColumnName">The images: a vector of Single of known size. Default: <c>Features</c>.</param>
    /// <param name="architecture">The parts of the network. Default: <see cref="ConvNetArchitecture.Paper"/>.</param>
    /// <param name="nonlinearity">The function that is applied wherever the network has one. Default: tanh.</param>
    /// <param name="imageShape">The channels, height and width of the images. Default: the dimensions of the column's type.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">The shape is out of range.</exception>
    /// <example>
    /// <code>
    /// var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Garment")
    ///     .Append(ml.Geometry.Networks.Convolutional("Label", "Pixels", ConvNetArchitecture.ResNet8, Nonlinearity.Relu, [1, 28, 28]));
    /// </code>
    /// </example>
    public ConvolutionalEstimator Convolutional(
        string labelColumnName = "Label", string featureColumnName = "Features", ConvNetArchitecture? architecture = null,
        Nonlinearity? nonlinearity = null, int[]? imageShape = null)
    {
        var defaults = new ConvNetOptions();
        return Convolutional(labelColumnName, featureColumnName, defaults with
        {
            ImageShape = imageShape,
            Architecture = architecture ?? defaults.Architecture,
            Nonlinearity = nonlinearity ?? defaults.Nonlinearity,
        });
    }

    /// <summary>Trains a convolutional network, with every setting.</summary>
    /// <param name="labelColumnName">The label: a key for several classes, Boolean for two; also Single, or a vector of Boolean or Single.</param>
    /// <param name="featureColumnName">The images: a vector of Single of known size.</param>
    /// <param name="options">Architecture and training. Without a seed the context's decides.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message lists each.</exception>
    public ConvolutionalEstimator Convolutional(string labelColumnName, string featureColumnName, ConvNetOptions options) =>
        new(_context, labelColumnName, featureColumnName, options);
}
