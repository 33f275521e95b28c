using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>A residual block, f(x' + g(f(g(x)))): two convolutions and the way around them. In evaluation mode safe for forward passes on several threads at once.</summary>
public sealed class ConvNetBlock : nn.Module<Tensor, Tensor>
{
    internal const string InnerSuffix = "Inner", OuterSuffix = "Outer", ShortcutSuffix = "Shortcut";

    private readonly Nonlinearity _nonlinearity;

    // A list, because a module that is a field would be registered a second time under the field's name.
    private readonly List<ConvNetLayer> _layers;

    internal ConvNetBlock(string name, int inputMaps, ConvNetPart part, bool isNormalised, Nonlinearity nonlinearity, ArraySource source)
        : base(name)
    {
        _nonlinearity = nonlinearity;
        ConvNetLayer Convolution(string suffix, int maps, int kernel, int stride, Nonlinearity? function)
        {
            ConvNetLayer layer = new(
                name + suffix, [part.Size, maps, kernel, kernel], stride, hasBias: !isNormalised, isNormalised, function, trained: true, source);
            register_module(suffix, layer);
            return layer;
        }

        _layers = [Convolution(InnerSuffix, inputMaps, part.Kernel, part.Stride, nonlinearity), Convolution(OuterSuffix, part.Size, part.Kernel, 1, null)];
        if (inputMaps != part.Size || part.Stride > 1)
        {
            _layers.Add(Convolution(ShortcutSuffix, inputMaps, 1, part.Stride, null));
        }
    }

    /// <summary>Gets the first convolution, with its nonlinearity.</summary>
    public ConvNetLayer Inner => _layers[0];

    /// <summary>Gets the second convolution.</summary>
    public ConvNetLayer Outer => _layers[1];

    /// <summary>Gets the 1 x 1 convolution on the way around; null where the input itself goes.</summary>
    public ConvNetLayer? Shortcut => _layers.ElementAtOrDefault(2);

    internal IEnumerable<ConvNetLayer> Layers => _layers;

    /// <summary>Computes the block.</summary>
    /// <param name="input">Images x maps x height x width.</param>
    /// <returns>Images x maps x height x width.</returns>
    public override Tensor forward(Tensor input)
    {
        using Tensor inner = Inner.call(input);
        return Combine(input, inner);
    }

    /// <summary>Computes the block from its input and its inner activation.</summary>
    internal Tensor Combine(Tensor input, Tensor inner)
    {
        using Tensor change = Outer.call(inner);
        using Tensor? shortcut = Shortcut?.call(input);
        return ConvNetLayer.Activate(_nonlinearity, change.add(shortcut ?? input));
    }
}
