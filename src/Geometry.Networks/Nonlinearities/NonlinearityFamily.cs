using TorchSharp;

namespace Geometry.Networks;

/// <summary>A named function with zero or more numbers as parameters.</summary>
/// <param name="Name">The name in text, lower case with hyphens.</param>
/// <param name="Parameters">The parameters in the order of the text form.</param>
/// <param name="Formula">Writes the formula for given parameters, which come formatted.</param>
/// <param name="Build">Makes the function for given parameters.</param>
/// <param name="Kernel">Makes the same function for arrays, with its derivative.</param>
internal sealed record NonlinearityFamily(
    string Name,
    IReadOnlyList<NonlinearityParameter> Parameters,
    Func<string[], string> Formula,
    Func<double[], Func<torch.Tensor, torch.Tensor>> Build,
    Func<double[], NonlinearityKernel> Kernel);
