using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>The rule of the training steps with its state in view, so that training can be interrupted and go on.</summary>
internal sealed class ParameterUpdates
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    private readonly ConvNetOptimizer _rule;
    private readonly double _momentum, _weightDecay;
    private readonly IReadOnlyList<Tensor> _parameters;
    private readonly Tensor[] _first, _second;

    /// <summary>Makes the state of the first step, in the caller's dispose scope.</summary>
    public ParameterUpdates(IReadOnlyList<Tensor> parameters, ConvNetOptions options)
    {
        (_parameters, _rule, _momentum, _weightDecay) = (parameters, options.Optimizer, options.EffectiveMomentum, options.WeightDecay);
        bool isAdam = _rule != ConvNetOptimizer.Sgd;
        _first = isAdam || _momentum > 0 ? [.. parameters.Select(Zeros)] : [];
        _second = isAdam ? [.. parameters.Select(Zeros)] : [];
    }

    /// <summary>Gets or sets the number of steps done.</summary>
    public long Steps { get; set; }

    /// <summary>Gets the momenta and, for Adam, the second moments.</summary>
    public IEnumerable<Tensor> State => [.. _first, .. _second];

    /// <summary>Makes a step.</summary>
    /// <param name="gradients">One a parameter; null for none.</param>
    /// <param name="rate">The learning rate.</param>
    public void Step(IList<Tensor> gradients, double rate)
    {
        using IDisposable noGradient = no_grad();
        Steps++;
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (gradients[i] is not { } gradient)
            {
                continue;
            }

            if (_weightDecay > 0 && _rule == ConvNetOptimizer.AdamW)
            {
                _parameters[i].mul_((1 - (rate * _weightDecay)).ToScalar());
            }
            else if (_weightDecay > 0)
            {
                gradient = gradient.add(_parameters[i], _weightDecay.ToScalar());
            }

            if (_rule == ConvNetOptimizer.Sgd)
            {
                Descend(i, gradient, rate);
            }
            else
            {
                Adapt(i, gradient, rate);
            }
        }
    }

    private void Descend(int i, Tensor gradient, double rate)
    {
        Tensor direction = _momentum > 0 ? _first[i].mul_(_momentum.ToScalar()).add_(gradient) : gradient;
        _parameters[i].add_(direction, (-rate).ToScalar());
    }

    private void Adapt(int i, Tensor gradient, double rate)
    {
        Tensor mean = _first[i].mul_(Beta1.ToScalar()).add_(gradient, (1 - Beta1).ToScalar());
        Tensor square = _second[i].mul_(Beta2.ToScalar()).addcmul_(gradient, gradient, (1 - Beta2).ToScalar());

        // The bias of the second moment moves from every element of the root to epsilon and the rate.
        double unbias = Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        Tensor scale = square.sqrt().add_((Epsilon * unbias).ToScalar());
        _parameters[i].addcdiv_(mean, scale, (-rate * unbias / (1 - Math.Pow(Beta1, Steps))).ToScalar());
    }

    private static Tensor Zeros(Tensor parameter) => zeros(parameter.shape, dtype: ScalarType.Float32);
}
