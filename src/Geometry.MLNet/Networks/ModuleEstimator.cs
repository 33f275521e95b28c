using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>
/// Puts a TorchSharp module that the user built, and may have trained, into a pipeline: its output and the outputs of named submodules
/// become columns. Fitting checks the input and changes nothing in the module.
/// </summary>
public sealed class ModuleEstimator : IEstimator<ModuleTransformer>
{
    private readonly nn.Module<Tensor, Tensor> _module;
    private readonly string _inputColumnName;
    private readonly ModuleOutput[] _outputs;
    private readonly ModuleOptions _options;
    private readonly Nonlinearity? _nonlinearity;

    internal ModuleEstimator(nn.Module<Tensor, Tensor> module, string inputColumnName, IReadOnlyList<ModuleOutput> outputs, ModuleOptions options)
        : this(module, inputColumnName, outputs, options, null, [])
    {
        if (options.WeightsPath is { } path)
        {
            ModuleWeights.Load(module, path);
        }
    }

    private ModuleEstimator(
        nn.Module<Tensor, Tensor> module, string inputColumnName, IReadOnlyList<ModuleOutput> outputs, ModuleOptions options,
        Nonlinearity? nonlinearity, IReadOnlyList<ReplacedNonlinearity> replaced)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(inputColumnName);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (outputs.Count == 0)
        {
            throw new ArgumentException("Name at least one output of the module.", nameof(outputs));
        }

        foreach (IGrouping<string, ModuleOutput> twice in outputs.GroupBy(output => output.OutputColumnName).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"The output column '{twice.Key}' is named twice.", nameof(outputs));
        }

        (_module, _inputColumnName, _outputs, _options) = (module, inputColumnName, [.. outputs], options);
        (_nonlinearity, ReplacedNonlinearities) = (nonlinearity, replaced);
    }

    /// <summary>Gets the submodules whose nonlinearity <see cref="WithNonlinearity"/> replaces; none where it was not called.</summary>
    public IReadOnlyList<ReplacedNonlinearity> ReplacedNonlinearities { get; }

    /// <summary>
    /// Runs the module with another nonlinearity in place of its activation submodules. The module itself stays as it is, parameters included; to train it
    /// with the other nonlinearity, see <see cref="NonlinearitySwap"/>.
    /// </summary>
    /// <param name="nonlinearity">The function to apply instead.</param>
    /// <param name="submodules">The names of the activation submodules to replace; without any, all: ReLU, Tanh, GELU and the other elementwise ones.</param>
    /// <returns>A new estimator, whose <see cref="ReplacedNonlinearities"/> say what is replaced.</returns>
    /// <exception cref="ArgumentException">The module has no activation submodule, or a named one is absent or no activation.</exception>
    public ModuleEstimator WithNonlinearity(Nonlinearity nonlinearity, params IReadOnlyList<string> submodules)
    {
        ArgumentNullException.ThrowIfNull(nonlinearity);
        return new ModuleEstimator(_module, _inputColumnName, _outputs, _options, nonlinearity, NonlinearitySwap.Plan(_module, submodules));
    }

    /// <summary>Binds the module to the input column.</summary>
    /// <param name="input">The data; only its schema is looked at.</param>
    /// <returns>A transformer that runs the module. It does not own the module: who made it disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input column is absent or not a vector of Single of known size.</exception>
    /// <exception cref="ArgumentException">The module has no submodule of a wanted name, or the input shape does not fit the column.</exception>
    public ModuleTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int width = FloatColumn.Width(input.Schema, "feature", _inputColumnName, nameof(input));
        IReadOnlyList<int> shape = _options.InputShape
            ?? (input.Schema[_inputColumnName].Type is VectorDataViewType { Dimensions.Length: > 1 } vector ? [.. vector.Dimensions] : [width]);
        if (shape.Aggregate(1L, (product, size) => product * size) != width)
        {
            throw new ArgumentException(
                $"The input shape [{string.Join(", ", shape)}] does not hold the {width} numbers of column '{_inputColumnName}'.", nameof(input));
        }

        return ModuleTransformer.Of(new ModuleSettings(
            _module, _options.Name ?? _module.GetName(), _inputColumnName, shape, _outputs, _options.BatchSize, _nonlinearity,
            [.. ReplacedNonlinearities.Select(replaced => replaced.Submodule)]));
    }

    /// <summary>Says which columns the transformer will add.</summary>
    /// <param name="inputSchema">The promised schema of the input.</param>
    /// <returns>The input's columns and the module's, each a vector of Single.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input column is absent or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        FloatColumn.Check(inputSchema, "feature", _inputColumnName);
        // A promise has no sizes, so any will do.
        return SchemaPromise.Append(inputSchema, _outputs.Select(output =>
            new DataViewSchema.DetachedColumn(output.OutputColumnName, new VectorDataViewType(NumberDataViewType.Single, 1))));
    }
}
