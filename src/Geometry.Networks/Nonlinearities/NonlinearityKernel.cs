using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geometry.Networks;

/// <summary>Computes a nonlinearity and its derivative over single-precision arrays: what the tensor function gives, without tensors.</summary>
internal abstract class NonlinearityKernel
{
    /// <summary>Replaces preactivations by the derivative, and writes the values beside.</summary>
    /// <param name="slopes">The preactivations; receives the derivatives, with autograd's conventions at kinks.</param>
    /// <param name="values">Receives the values.</param>
    /// <param name="count">The number of elements, a multiple of eight.</param>
    public abstract unsafe void Apply(float* slopes, float* values, nint count);
}

/// <summary>A function of eight preactivations.</summary>
internal interface IElementwise
{
    /// <summary>Computes the value and the derivative.</summary>
    Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope);
}

/// <summary>The loop over an array, compiled for one function.</summary>
internal sealed class NonlinearityKernel<TFunction>(TFunction function) : NonlinearityKernel
    where TFunction : struct, IElementwise
{
    private readonly TFunction _function = function;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override unsafe void Apply(float* slopes, float* values, nint count)
    {
        TFunction function = _function;
        for (nint i = 0; i < count; i += Vector256<float>.Count)
        {
            Vector256<float> value = function.Evaluate(Vector256.Load(slopes + i), out Vector256<float> slope);
            value.Store(values + i);
            slope.Store(slopes + i);
        }
    }
}
