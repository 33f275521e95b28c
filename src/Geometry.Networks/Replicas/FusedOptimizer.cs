using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geometry.Networks;

/// <summary>SGD with momentum, and Adam, in one pass over all parameters; the recurrences are those of PyTorch.</summary>
internal sealed unsafe class FusedOptimizer : IDisposable
{
    private const double Beta1 = 0.9, Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    private readonly FusedNetwork _network;
    private readonly MlpOptimizer _rule;
    private readonly double _rate;
    private readonly float _momentum;
    private readonly PinnedMemory _memory;
    private readonly float* _first, _second;
    private double _power1 = 1, _power2 = 1;

    public FusedOptimizer(FusedNetwork network, MlpOptions options)
    {
        _network = network;
        _rule = options.Optimizer;
        _rate = options.EffectiveLearningRate;
        _momentum = (float)options.Momentum;
        long second = _rule == MlpOptimizer.Adam ? network.ParameterCount : 0;
        _memory = new PinnedMemory(network.ParameterCount, second);
        _first = _memory.Take(network.ParameterCount);
        _second = _memory.Take(second);
    }

    /// <summary>Changes the parameters by their gradients.</summary>
    public void Step()
    {
        if (_rule == MlpOptimizer.Sgd)
        {
            StepSgd((float)_rate, _momentum);
            return;
        }

        _power1 *= Beta1;
        _power2 *= Beta2;
        StepAdam((float)(_rate / (1 - _power1)), (float)(1 / Math.Sqrt(1 - _power2)));
    }

    public void Dispose() => _memory.Dispose();

    private void StepSgd(float rate, float momentum)
    {
        float* parameters = _network.Parameters, gradients = _network.Gradients;
        Vector256<float> factor = Vector256.Create(momentum), step = Vector256.Create(-rate);
        for (int i = 0; i < _network.ParameterCount; i += Vector256<float>.Count)
        {
            Vector256<float> velocity = VectorMath.MultiplyAdd(factor, Vector256.Load(_first + i), Vector256.Load(gradients + i));
            velocity.Store(_first + i);
            VectorMath.MultiplyAdd(step, velocity, Vector256.Load(parameters + i)).Store(parameters + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StepAdam(float rate, float scale)
    {
        float* parameters = _network.Parameters, gradients = _network.Gradients, first = _first, second = _second;
        Vector256<float> keep1 = Vector256.Create((float)Beta1), add1 = Vector256.Create((float)(1 - Beta1));
        Vector256<float> keep2 = Vector256.Create((float)Beta2), add2 = Vector256.Create((float)(1 - Beta2));
        Vector256<float> step = Vector256.Create(-rate), unbias = Vector256.Create(scale), epsilon = Vector256.Create(Epsilon);
        int count = _network.ParameterCount;
        for (int i = 0; i < count; i += Vector256<float>.Count)
        {
            Vector256<float> gradient = Vector256.Load(gradients + i);
            Vector256<float> mean = VectorMath.MultiplyAdd(add1, gradient, keep1 * Vector256.Load(first + i));
            Vector256<float> square = VectorMath.MultiplyAdd(add2 * gradient, gradient, keep2 * Vector256.Load(second + i));
            mean.Store(first + i);
            square.Store(second + i);
            Vector256<float> deviation = VectorMath.MultiplyAdd(Vector256.Sqrt(square), unbias, epsilon);
            VectorMath.MultiplyAdd(step, mean / deviation, Vector256.Load(parameters + i)).Store(parameters + i);
        }
    }
}
