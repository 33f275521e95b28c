namespace Geometry.MLNet;

/// <summary>How a module is run over a view.</summary>
public sealed record ModuleOptions
{
    /// <summary>The default of <see cref="BatchSize"/>.</summary>
    public const int DefaultBatchSize = 512;

    /// <summary>Gets the dimensions of one row of the module's input, for example 1, 28, 28.</summary>
    /// <value>Default: null, for the dimensions of the input column's type.</value>
    public IReadOnlyList<int>? InputShape { get; init; }

    /// <summary>
    /// Gets the number of rows that are read ahead and run together. It is less where a layer is so wide that a batch of it would take more than 128 MiB.
    /// </summary>
    /// <value>At least 1. Default: 512.</value>
    public int BatchSize { get; init; } = DefaultBatchSize;

    /// <summary>
    /// Gets the name under which a saved model asks for the module, since a file holds its weights but not its code; see <see cref="ModelLoadOptions.Modules"/>.
    /// </summary>
    /// <value>Default: null, for the name that the module gives itself.</value>
    public string? Name { get; init; }

    /// <summary>Gets a safetensors file whose tensors the module is given at once, by their names in its <c>state_dict()</c>; all must be there and fit.</summary>
    /// <value>Default: null, for the weights that the module has.</value>
    public string? WeightsPath { get; init; }

    internal void Validate()
    {
        if (BatchSize < 1 || (InputShape is { } shape && (shape.Count == 0 || shape.Any(size => size < 1))))
        {
            throw new ArgumentException(
                $"ModuleOptions: BatchSize ({BatchSize}) must be at least 1, and each dimension of InputShape"
                + $" ({(InputShape is null ? "null" : string.Join(", ", InputShape))}) at least 1.");
        }
    }
}
