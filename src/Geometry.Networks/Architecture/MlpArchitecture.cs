namespace Geometry.Networks;

/// <summary>What a trained network is made of, apart from its weights.</summary>
/// <param name="InputWidth">The number of features.</param>
/// <param name="HiddenWidths">The widths of the hidden layers, from the input on.</param>
/// <param name="OutputWidth">The number of outputs.</param>
/// <param name="Nonlinearity">The function of the hidden layers.</param>
/// <param name="Readout">How the output weights were made, and whether they were trained.</param>
public sealed record MlpArchitecture(
    int InputWidth, IReadOnlyList<int> HiddenWidths, int OutputWidth, Nonlinearity Nonlinearity, ReadoutMode Readout)
{
    internal static MlpArchitecture Of(int inputWidth, int outputWidth, MlpOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputWidth, 1);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new MlpArchitecture(inputWidth, [.. options.HiddenWidths], outputWidth, options.Nonlinearity, options.Readout);
    }
}
