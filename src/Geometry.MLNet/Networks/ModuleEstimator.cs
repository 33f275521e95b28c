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

    internal ModuleEstimator(nn.Module<Tensor, Tensor> module, string inputColumnName, IReadOnlyList<ModuleOutput> outputs, ModuleOptions options)
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

        var network = new ModuleForwardPass(_module, shape, _outputs.Select(output => output.SubmoduleName));
        return new ModuleTransformer(_inputColumnName, network, _outputs, _options.BatchSize);
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
