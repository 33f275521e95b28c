using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// The batch normalisation of a layer, one number a map or unit in each array. In evaluation mode it is
/// <c>scale * (x - mean) / sqrt(variance + epsilon) + shift</c>.
/// </summary>
/// <param name="Scale">The trained factors.</param>
/// <param name="Shift">The trained offsets.</param>
/// <param name="Mean">The running means.</param>
/// <param name="Variance">The running variances.</param>
/// <param name="Epsilon">What is added to the variances.</param>
public sealed record BatchNormalisation(Tensor Scale, Tensor Shift, Tensor Mean, Tensor Variance, double Epsilon);
