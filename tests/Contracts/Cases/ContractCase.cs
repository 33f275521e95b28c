using Geometry.MLNet;
using Microsoft.ML;

namespace Contracts.Cases;

/// <summary>An estimator under contract.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Create">Makes it.</param>
/// <param name="Adds">The columns that its transformer adds, in order.</param>
/// <param name="Reads">The columns that its transformer reads.</param>
/// <param name="Learns">The further columns that fitting reads.</param>
public sealed record ContractCase(
    string Name, Func<MLContext, IEstimator<ITransformer>> Create, string[] Adds, string[] Reads, params string[] Learns)
{
    /// <summary>Gets whether each row follows from one row.</summary>
    public bool IsRowToRow { get; init; } = true;

    /// <summary>Gets the rows that are read ahead together.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>Gets what loading a saved transformer needs.</summary>
    public ModelLoadOptions? LoadOptions { get; init; }

    /// <summary>Gets an added column that is a vector of Single; of a score the column that is scored.</summary>
    public string Vector => IsRowToRow ? Adds[0] : Reads[0];

    public override string ToString() => Name;
}
