using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>Runs a multilayer perceptron and hands out its hidden layers and outputs, the latter as the last layer.</summary>
internal sealed class MlpForwardPass(Mlp network) : IForwardPass
{
    public int InputWidth => network.Architecture.InputWidth;

    public IReadOnlyList<int> LayerWidths { get; } = [.. network.Architecture.HiddenWidths, network.Architecture.OutputWidth];

    public void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, LayerValues layers)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        MlpOutputs outputs = network.ForwardLayers(tensor(inputs.AsMemory(0, rows * InputWidth), [rows, InputWidth]));
        for (int layer = 0; layer < wanted.Length; layer++)
        {
            if (wanted[layer])
            {
                layers.Store(layer, layer < outputs.Hidden.Count ? outputs.Hidden[layer] : outputs.Logits, rows);
            }
        }
    }
}
