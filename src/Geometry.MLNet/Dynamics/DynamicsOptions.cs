using Geometry.Networks;

namespace Geometry.MLNet;

/// <summary>What the weight dynamics of a hidden layer are computed with.</summary>
public sealed record DynamicsOptions
{
    /// <summary>Gets the nonlinearity, the neurons and the switches of the dynamics.</summary>
    /// <value>Default: the simplified dynamics of tanh.</value>
    public WeightDynamicsOptions Weights { get; init; } = new();

    /// <summary>
    /// Gets a network to compare with, which is trained on the same rows: with one hidden layer the simplified dynamics are compared with its training, and
    /// its units are linearised around the conditions whatever their layer. Null for none.
    /// </summary>
    /// <value>Default: null.</value>
    public MlpOptions? Network { get; init; }

    /// <summary>Gets the points along an axis of the table of the gradient field; 0 for no such table.</summary>
    /// <value>0, or from 2 to 1000. Default: 21.</value>
    public int GridPoints { get; init; } = 21;

    /// <summary>Gets the neurons of the table of trajectories, the first ones.</summary>
    /// <value>At least 0. Default: 40.</value>
    public int Trajectories { get; init; } = 40;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public void Validate()
    {
        if (Weights is null || Trajectories < 0 || GridPoints is < 0 or 1 or > 1000)
        {
            throw new ArgumentException(
                $"DynamicsOptions has GridPoints = {GridPoints}, which must be 0 or from 2 to 1000, and Trajectories = {Trajectories}, which must be at least 0; "
                + "Weights must not be null.");
        }

        Weights.Validate();
        Network?.Validate();
    }
}
