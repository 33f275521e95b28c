namespace Geometry.Networks;

/// <summary>To how many conditions of its preferred class a neuron responds.</summary>
public enum NeuronSelectivity
{
    /// <summary>To none: the neuron is silent, or responds to the other class.</summary>
    None,

    /// <summary>To some, which makes it a neuron of conditions; with two conditions a class, to one.</summary>
    Some,

    /// <summary>To all, which makes it a neuron of the class; with two conditions a class, to both.</summary>
    All,
}
