using Geometry.Networks;

namespace Geometry.MLNet;

/// <summary>A part of a saved model.</summary>
/// <param name="Kind"><c>stock</c> (transformers of ML.NET's own, one behind the other), <c>chain</c>, <c>mlp</c>, <c>convolutional</c>, <c>module</c>, <c>score</c> or <c>dynamics</c>.</param>
/// <param name="Scopes">When each of its transformers is used, such as <c>Everything</c> and <c>Testing</c>.</param>
/// <param name="Transformers">The types of its transformers, of a stock part.</param>
/// <param name="Inputs">The columns that it reads; none of a stock part or a chain, whose files say it.</param>
/// <param name="Outputs">The columns that it adds; none of a stock part or a chain.</param>
/// <param name="Files">Its files.</param>
/// <param name="Network">What its network is made of; null for a part without.</param>
/// <param name="Parts">The parts of a chain.</param>
public sealed record ModelPart(
    string Kind, IReadOnlyList<string> Scopes, IReadOnlyList<string> Transformers, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs,
    IReadOnlyList<ModelFile> Files, NetworkDescription? Network, IReadOnlyList<ModelPart> Parts);
