using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Geometry.Networks.VectorMath;

namespace Geometry.Networks;

/// <summary>The functions of the catalogue, eight numbers at a time, with autograd's derivatives at kinks.</summary>
internal static class ElementwiseFunctions
{
    private static Vector256<float> One => Vector256<float>.One;

    private static Vector256<float> Zero => Vector256<float>.Zero;

    private static Vector256<float> All(double value) => Vector256.Create((float)value);

    // 1 inside [min, max], bounds included, 0 outside: the derivative of a clamp.
    private static Vector256<float> Inside(Vector256<float> x, Vector256<float> min, Vector256<float> max) =>
        Indicator(Vector256.GreaterThanOrEqual(x, min) & Vector256.LessThanOrEqual(x, max));

    internal readonly struct Tanh(double shift) : IElementwise
    {
        private readonly Vector256<float> _shift = All(shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> t = VectorMath.Tanh(x + _shift);
            slope = One - (t * t);
            return t;
        }
    }

    internal readonly struct Relu(double shift) : IElementwise
    {
        private readonly Vector256<float> _shift = All(shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> shifted = x + _shift;
            slope = Indicator(Vector256.GreaterThan(shifted, Zero));
            return AtLeast(shifted, Zero);
        }
    }

    internal readonly struct Sigmoid : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> s = Logistic(x);
            slope = s * (One - s);
            return s;
        }
    }

    internal readonly struct Linear : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = One;
            return x;
        }
    }

    internal readonly struct Softplus : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = Logistic(x);
            return AtLeast(x, Zero) + LogOnePlus(Exp(-Vector256.Abs(x)));
        }
    }

    internal readonly struct Swish : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> s = Logistic(x);
            slope = MultiplyAdd(x * s, One - s, s);
            return x * s;
        }
    }

    internal readonly struct Gelu : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> cdf = NormalCdf(x);
            slope = MultiplyAdd(x, NormalDensity(x), cdf);
            return x * cdf;
        }
    }

    internal readonly struct Abs : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = Indicator(Vector256.GreaterThan(x, Zero)) - Indicator(Vector256.LessThan(x, Zero));
            return Vector256.Abs(x);
        }
    }

    internal readonly struct RectifiedTanh : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> t = VectorMath.Tanh(x);
            slope = Vector256.ConditionalSelect(Vector256.GreaterThan(t, Zero), One - (t * t), Zero);
            return AtLeast(t, Zero);
        }
    }

    internal readonly struct LinearTanh : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> t = VectorMath.Tanh(x), isPositive = Vector256.GreaterThan(x, Zero);
            slope = Vector256.ConditionalSelect(isPositive, One, One - (t * t));
            return Vector256.ConditionalSelect(isPositive, x, t);
        }
    }

    internal readonly struct LinearGradientTanh : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = One;
            return VectorMath.Tanh(x);
        }
    }

    internal readonly struct LeakyRelu(double slope) : IElementwise
    {
        private readonly Vector256<float> _slope = All(slope);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Zero), One, _slope);
            return x * slope;
        }
    }

    internal readonly struct Elu(double alpha) : IElementwise
    {
        private readonly Vector256<float> _alpha = All(alpha);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            // exp(x) - 1 = tanh(x / 2) * (exp(x) + 1) keeps its digits near 0.
            Vector256<float> e = Exp(x), isPositive = Vector256.GreaterThan(x, Zero);
            slope = Vector256.ConditionalSelect(isPositive, One, _alpha * e);
            return Vector256.ConditionalSelect(isPositive, x, _alpha * (VectorMath.Tanh(x * 0.5f) * (e + One)));
        }
    }

    internal readonly struct Clamp(double min, double max) : IElementwise
    {
        private readonly Vector256<float> _min = All(min), _max = All(max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            slope = Inside(x, _min, _max);
            return AtMost(AtLeast(x, _min), _max);
        }
    }

    internal readonly struct DeadZone(double theta, double ceiling) : IElementwise
    {
        private readonly Vector256<float> _theta = All(theta), _ceiling = All(ceiling);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> beyond = x - AtMost(AtLeast(x, -_theta), _theta);
            slope = Inside(beyond, -_ceiling, _ceiling) * (One - Inside(x, -_theta, _theta));
            return AtMost(AtLeast(beyond, -_ceiling), _ceiling);
        }
    }

    internal readonly struct Clipped(double lower, double upper, double theta, double offset) : IElementwise
    {
        private readonly Vector256<float> _min = All(-lower), _max = All(upper), _theta = All(theta), _offset = All(offset);
        private readonly Vector256<float> _dead = All(theta > 0 ? 1 : 0);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> shifted = x + _offset, beyond = shifted - AtMost(AtLeast(shifted, -_theta), _theta);
            slope = Inside(beyond, _min, _max) * (One - (Inside(shifted, -_theta, _theta) * _dead));
            return AtMost(AtLeast(beyond, _min), _max);
        }
    }

    internal readonly struct SmoothedRelu(double sigma) : IElementwise
    {
        private readonly Vector256<float> _sigma = All(sigma), _inverse = All(1 / sigma);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> standard = x * _inverse;
            slope = NormalCdf(standard);
            return MultiplyAdd(x, slope, NormalDensity(standard) * _sigma);
        }
    }

    internal readonly struct SmoothedTanh : IElementwise
    {
        private readonly float[] _nodes, _weights;

        public SmoothedTanh(double[] nodes, double[] weights, double sigma)
        {
            _nodes = Array.ConvertAll(nodes, node => (float)(sigma * node));
            _weights = Array.ConvertAll(weights, weight => (float)weight);
        }

        public Vector256<float> Evaluate(Vector256<float> x, out Vector256<float> slope)
        {
            Vector256<float> value = Zero;
            slope = Zero;
            for (int i = 0; i < _nodes.Length; i++)
            {
                Vector256<float> t = VectorMath.Tanh(x + Vector256.Create(_nodes[i])), weight = Vector256.Create(_weights[i]);
                value = MultiplyAdd(t, weight, value);
                slope = MultiplyAdd(One - (t * t), weight, slope);
            }

            return value;
        }
    }
}
