using Geometry.Networks;
using Microsoft.ML;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>Networks as estimators; reached as <c>ml.Geometry.Networks</c>.</summary>
public sealed partial class NetworksCatalog
{
    private readonly MLContext _context;

    internal NetworksCatalog(MLContext context) => _context = context;

    /// <summary>Trains a multilayer perceptron whose hidden layers become columns <c>Hidden1</c>, <c>Hidden2</c>, ...</summary>
    /// <param name="labelColumnName">The label: Boolean, key, Single, or a vector of Boolean or Single. Default: <c>Label</c>.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size. Default: <c>Features</c>.</param>
    /// <param name="hiddenWidths">The widths of the hidden layers, from the input on. Default: one layer of 128.</param>
    /// <param name="nonlinearity">The function of the hidden layers. Default: tanh.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">A width is out of range.</exception>
    /// <example>
    /// <code>
    /// var pipeline = ml.Transforms.NormalizeMinMax("Features")
    ///     .Append(ml.Geometry.Networks.Mlp("Label", "Features", hiddenWidths: [128, 128], nonlinearity: Nonlinearity.Relu));
    /// </code>
    /// </example>
    public MlpEstimator Mlp(
        string labelColumnName = "Label", string featureColumnName = "Features", int[]? hiddenWidths = null, Nonlinearity? nonlinearity = null)
    {
        var defaults = new MlpOptions();
        return Mlp(labelColumnName, featureColumnName, defaults with
        {
            HiddenWidths = hiddenWidths ?? defaults.HiddenWidths,
            Nonlinearity = nonlinearity ?? defaults.Nonlinearity,
        });
    }

    /// <summary>Trains a multilayer perceptron, with every setting.</summary>
    /// <param name="labelColumnName">The label: Boolean, key, Single, or a vector of Boolean or Single.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="options">Architecture and training. Without a seed the context's decides.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message lists each.</exception>
    public MlpEstimator Mlp(string labelColumnName, string featureColumnName, MlpOptions options) =>
        new(_context, labelColumnName, featureColumnName, options);

    /// <summary>Trains several multilayer perceptrons on the same rows, many times as fast as one after the other.</summary>
    /// <param name="labelColumnName">The label: Boolean, key, Single, or a vector of Boolean or Single.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="networks">Architecture and training of each network. They may differ in everything; without a seed the context's decides.</param>
    /// <returns>The estimator, whose Fit gives one transformer a network.</returns>
    /// <exception cref="ArgumentException">There is no network, or an option is out of range; the message lists each.</exception>
    /// <example>
    /// <code>
    /// MlpOptions[] networks = [.. Enumerable.Range(1, 20).Select(seed => new MlpOptions { Nonlinearity = Nonlinearity.Relu, Seed = seed })];
    /// IReadOnlyList&lt;MlpTransformer&gt; trained = ml.Geometry.Networks.Mlp("Label", "Features", networks).Fit(data);
    /// </code>
    /// </example>
    public MlpReplicasEstimator Mlp(string labelColumnName, string featureColumnName, IReadOnlyList<MlpOptions> networks) =>
        new(_context, labelColumnName, featureColumnName, networks);

    /// <summary>Exposes the outputs of a TorchSharp module and of its submodules as columns.</summary>
    /// <param name="module">The module, trained or not. It runs in evaluation mode and is not changed; who made it disposes it.</param>
    /// <param name="inputColumnName">The input: a vector of Single of known size, whose dimensions are those of one row of the module's input.</param>
    /// <param name="outputs">The columns to make.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">There is no output, or a column is named twice.</exception>
    /// <example>
    /// <code>
    /// var cnn = nn.Sequential(("conv", nn.Conv2d(1, 16, 5)), ("relu", nn.ReLU()), ("flat", nn.Flatten()), ("fc", nn.Linear(9216, 10)));
    /// var pipeline = ml.Geometry.Networks.Module(cnn, "Features", [new("Maps", "relu"), new("Logits")]);
    /// </code>
    /// </example>
    public ModuleEstimator Module(nn.Module<Tensor, Tensor> module, string inputColumnName, params IReadOnlyList<ModuleOutput> outputs) =>
        Module(module, inputColumnName, outputs, new ModuleOptions());

    /// <summary>Exposes the outputs of a TorchSharp module and of its submodules as columns, with every setting.</summary>
    /// <param name="module">The module, trained or not. It runs in evaluation mode and is not changed; who made it disposes it.</param>
    /// <param name="inputColumnName">The input: a vector of Single of known size.</param>
    /// <param name="outputs">The columns to make.</param>
    /// <param name="options">The shape of the input and the size of batches.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">There is no output, a column is named twice, or an option is out of range.</exception>
    public ModuleEstimator Module(nn.Module<Tensor, Tensor> module, string inputColumnName, IReadOnlyList<ModuleOutput> outputs, ModuleOptions options) =>
        new(module, inputColumnName, outputs, options);

    /// <summary>Weight dynamics of a hidden layer on the conditions of the data: gradient field, trajectories, selectivity, comparison with true training.</summary>
    /// <param name="labelColumnName">The target: Boolean, key, text, an integer or a vector of two-valued numbers, constant within each condition.</param>
    /// <param name="featureColumnName">The inputs: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns; a condition is one combination of their values.</param>
    /// <param name="options">The dynamics; null for the simplified ones of tanh. Default: null.</param>
    /// <param name="outputColumnName">The column of scores to add. Default: <c>[features].Dynamics</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">There is no condition column, or an option is out of range.</exception>
    /// <example>
    /// <code>
    /// var relu = new DynamicsOptions { Weights = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Relu } };
    /// var pipeline = ml.Geometry.Networks.Dynamics("Label", "Features", ["Condition"], relu);
    /// IReadOnlyList&lt;ResultTable&gt; tables = pipeline.Fit(data).Tables;
    /// </code>
    /// </example>
    public DynamicsEstimator Dynamics(
        string labelColumnName, string featureColumnName, string[] conditions, DynamicsOptions? options = null, string? outputColumnName = null) =>
        new(labelColumnName, featureColumnName, conditions, options ?? new DynamicsOptions(), outputColumnName);
}
