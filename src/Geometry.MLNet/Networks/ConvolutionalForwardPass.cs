using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>Runs a convolutional network and hands out the wanted forms of its layers, and its outputs as the last.</summary>
internal sealed class ConvolutionalForwardPass : IForwardPass
{
    private readonly ConvNet _network;
    private readonly ConvNetOutput[] _outputs;

    // For each column the layer that it is of; the one behind the last is the readout.
    private readonly int[] _layers;
    private readonly int[][] _dimensions;

    /// <summary>Binds a network.</summary>
    /// <param name="network">The network, in evaluation mode.</param>
    /// <param name="outputs">The columns to make.</param>
    public ConvolutionalForwardPass(ConvNet network, IReadOnlyList<ConvNetOutput> outputs)
    {
        (_network, _outputs) = (network, [.. outputs]);
        ConvNetBlueprint blueprint = network.Blueprint;
        ConvNetLayerShape[] layers = [.. blueprint.Layers, new ConvNetLayerShape(Mlp.ReadoutName, [blueprint.Outputs])];
        _layers = Array.ConvertAll(_outputs, output => Array.FindIndex(layers, layer => layer.Name == output.Layer));
        _dimensions = [.. _outputs.Select((output, column) => Form(output.Form, layers[_layers[column]]))];
        LayerWidths = [.. _dimensions.Select(sizes => new ConvNetLayerShape("", sizes).Size), blueprint.Outputs];
    }

    public int InputWidth => _network.Blueprint.ImageSize;

    public IReadOnlyList<int> LayerWidths { get; }

    /// <summary>Gets the names of the columns.</summary>
    public IReadOnlyList<string> ColumnNames => Array.ConvertAll(_outputs, output => output.EffectiveColumnName);

    /// <summary>The dimensions of a column's values.</summary>
    public int[] Dimensions(int column) => _dimensions[column];

    /// <summary>Whether a column is what the readout reads: the units of the last layer, none of them averaged away.</summary>
    public bool IsRead(int column) =>
        _layers[column] == _network.Blueprint.Layers.Count - 1 && _outputs[column].Form != LayerForm.SpatialMean;

    public void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, LayerValues layers)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        bool[] isWanted = wanted.ToArray();
        void Store(int layer, Tensor values)
        {
            for (int column = 0; column < _outputs.Length; column++)
            {
                if (isWanted[column] && _layers[column] == layer)
                {
                    bool isMean = _outputs[column].Form == LayerForm.SpatialMean && values.dim() == 4;
                    layers.Store(column, isMean ? values.mean([2L, 3L]) : values, rows);
                }
            }
        }

        Tensor logits = _network.ForwardLayers(tensor(inputs.AsMemory(0, rows * InputWidth), [rows, InputWidth]), Store);
        Store(_network.Blueprint.Layers.Count, logits);
        if (isWanted[^1])
        {
            layers.Store(_outputs.Length, logits, rows);
        }
    }

    private static int[] Form(LayerForm form, ConvNetLayerShape layer) => form switch
    {
        LayerForm.Flattened => [layer.Size],
        LayerForm.SpatialMean => [layer.Dimensions[0]],
        _ => [.. layer.Dimensions],
    };
}
