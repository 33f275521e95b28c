using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geometry.Networks;

/// <summary>
/// Elementary functions of eight single-precision numbers. NaN stays NaN. Polynomials interpolate at Chebyshev nodes of the stated
/// intervals, so that rounding dominates their error.
/// </summary>
internal static class VectorMath
{
    /// <summary>exp(x) within 2 units in the last place; beyond -87.3 and 88.3 it stays what it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // exp(x) = 2^n exp(r), |r| <= ln(2) / 2; ln(2) in two parts, the first with few enough bits for an exact product.
        x = Vector256.MinNative(Vector256.Create(88.3f), x);
        x = Vector256.MaxNative(Vector256.Create(-87.3f), x);
        Vector256<float> n = Vector256.Round(x * 1.44269504f);
        Vector256<float> r = MultiplyAdd(n, Vector256.Create(-0.693145752f), x);
        r = MultiplyAdd(n, Vector256.Create(-1.42860682e-6f), r);
        Vector256<float> p = MultiplyAdd(Vector256.Create(1.392625083e-03f), r, Vector256.Create(8.363232884e-03f));
        p = MultiplyAdd(p, r, Vector256.Create(4.166655421e-02f));
        p = MultiplyAdd(p, r, Vector256.Create(1.666657667e-01f));
        p = MultiplyAdd(p, r, Vector256.Create(5.000000000e-01f));
        Vector256<float> power = ((Vector256.ConvertToInt32Native(n) + Vector256.Create(127)) << 23).AsSingle();
        return (MultiplyAdd(p, r * r, r) + Vector256<float>.One) * power;
    }

    /// <summary>tanh(x) within 3 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x), y = x * x;
        Vector256<float> p = MultiplyAdd(Vector256.Create(2.292744936e-03f), y, Vector256.Create(-8.343945658e-03f));
        p = MultiplyAdd(p, y, Vector256.Create(2.176891871e-02f));
        p = MultiplyAdd(p, y, Vector256.Create(-5.395925959e-02f));
        p = MultiplyAdd(p, y, Vector256.Create(1.333330356e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(-3.333333317e-01f));
        Vector256<float> near = MultiplyAdd(x * y, p, x);
        Vector256<float> far = Vector256<float>.One - (Vector256.Create(2f) / (Exp(magnitude + magnitude) + Vector256<float>.One));
        return Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0.625f)), near, WithSignOf(far, x));
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Logistic(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>ln(1 + u) for u from 0 to 1, within 3 units in the last place: 2 artanh(u / (2 + u)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogOnePlus(Vector256<float> u)
    {
        Vector256<float> s = u / (u + Vector256.Create(2f)), y = s * s;
        Vector256<float> p = MultiplyAdd(Vector256.Create(2.322432870e-01f), y, Vector256.Create(2.170657594e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(2.859235798e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(3.999970633e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(6.666666732e-01f));
        return MultiplyAdd(s * y, p, s + s);
    }

    /// <summary>The distribution function of the standard normal law, within 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> NormalCdf(Vector256<float> x) => MultiplyAdd(Erf(x * 0.707106781f), Vector256.Create(0.5f), Vector256.Create(0.5f));

    /// <summary>The density of the standard normal law.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> NormalDensity(Vector256<float> x) => Exp(x * x * -0.5f) * 0.398942280f;

    /// <summary>erf(x), within 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x), y = x * x;
        Vector256<float> p = MultiplyAdd(Vector256.Create(7.875875050e-05f), y, Vector256.Create(-8.016864283e-04f));
        p = MultiplyAdd(p, y, Vector256.Create(5.189087423e-03f));
        p = MultiplyAdd(p, y, Vector256.Create(-2.685421201e-02f));
        p = MultiplyAdd(p, y, Vector256.Create(1.128359472e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(-3.761262667e-01f));
        p = MultiplyAdd(p, y, Vector256.Create(1.128379166e+00f));

        // Beyond 1: exp(x^2) erfc(x) is a polynomial in t = 1 / (1 + x / 2).
        Vector256<float> t = Vector256<float>.One / MultiplyAdd(magnitude, Vector256.Create(0.5f), Vector256<float>.One);
        Vector256<float> q = MultiplyAdd(Vector256.Create(-5.809020741e-02f), t, Vector256.Create(-4.338603844e-02f));
        q = MultiplyAdd(q, t, Vector256.Create(3.861862588e-01f));
        q = MultiplyAdd(q, t, Vector256.Create(1.130556456e-01f));
        q = MultiplyAdd(q, t, Vector256.Create(3.264605985e-01f));
        q = MultiplyAdd(q, t, Vector256.Create(2.744766180e-01f));
        q = MultiplyAdd(q, t, Vector256.Create(5.370958181e-04f));
        Vector256<float> far = WithSignOf(Vector256<float>.One - (Exp(-y) * q), x);
        return Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256<float>.One), x * p, far);
    }

    /// <summary>a * b + c with one rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);

    /// <summary>The larger of x and a bound; NaN where x is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AtLeast(Vector256<float> x, Vector256<float> bound) => Vector256.MaxNative(bound, x);

    /// <summary>The smaller of x and a bound; NaN where x is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AtMost(Vector256<float> x, Vector256<float> bound) => Vector256.MinNative(bound, x);

    /// <summary>1 where a comparison holds, 0 elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Indicator(Vector256<float> comparison) => Vector256.BitwiseAnd(comparison, Vector256<float>.One);

    /// <summary>The sum of the lanes, always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> x)
    {
        Vector128<float> four = x.GetLower() + x.GetUpper();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }

    private static Vector256<float> WithSignOf(Vector256<float> magnitude, Vector256<float> sign) =>
        Vector256.BitwiseOr(magnitude, Vector256.BitwiseAnd(sign, Vector256.Create(-0f)));
}
