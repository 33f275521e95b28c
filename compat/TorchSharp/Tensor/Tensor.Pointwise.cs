namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.abs.Call(this);
        public Tensor abs_() => Aten.abs_.InPlace(this);

        public Tensor absolute() => Aten.absolute.Call(this);
        public Tensor absolute_() => Aten.absolute_.InPlace(this);

        public Tensor acos() => Aten.acos.Call(this);
        public Tensor acos_() => Aten.acos_.InPlace(this);

        public Tensor acosh() => Aten.acosh.Call(this);
        public Tensor acosh_() => Aten.acosh_.InPlace(this);

        public Tensor angle() => Aten.angle.Call(this);

        public Tensor arccos() => Aten.arccos.Call(this);
        public Tensor arccos_() => Aten.arccos_.InPlace(this);

        public Tensor arccosh() => Aten.arccosh.Call(this);
        public Tensor arccosh_() => Aten.arccosh_.InPlace(this);

        public Tensor arcsin() => Aten.arcsin.Call(this);
        public Tensor arcsin_() => Aten.arcsin_.InPlace(this);

        public Tensor arcsinh() => Aten.arcsinh.Call(this);
        public Tensor arcsinh_() => Aten.arcsinh_.InPlace(this);

        public Tensor arctan() => Aten.arctan.Call(this);

        public Tensor arctan2(Tensor other) => Aten.arctan2.Call(this, other);
        public Tensor arctan2_(Tensor other) => Aten.arctan2_.InPlace(this, other);

        public Tensor arctan_() => Aten.arctan_.InPlace(this);

        public Tensor arctanh() => Aten.arctanh.Call(this);
        public Tensor arctanh_() => Aten.arctanh_.InPlace(this);

        public Tensor asin() => Aten.asin.Call(this);
        public Tensor asin_() => Aten.asin_.InPlace(this);

        public Tensor asinh() => Aten.asinh.Call(this);
        public Tensor asinh_() => Aten.asinh_.InPlace(this);

        public Tensor atan() => Aten.atan.Call(this);

        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);
        public Tensor atan2_(Tensor other) => Aten.atan2_.InPlace(this, other);

        public Tensor atan_() => Aten.atan_.InPlace(this);

        public Tensor atanh() => Aten.atanh.Call(this);
        public Tensor atanh_() => Aten.atanh_.InPlace(this);

        public Tensor ceil() => Aten.ceil.Call(this);
        public Tensor ceil_() => Aten.ceil_.InPlace(this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.InPlace(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp__Tensor.InPlace(this, min, max);

        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.InPlace(this, max);

        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.InPlace(this, min);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => Aten.clip.Call(this, min, max);

        public Tensor conj() => Aten.conj.Call(this);

        public Tensor conj_physical() => Aten.conj_physical.Call(this);
        public Tensor conj_physical_() => Aten.conj_physical_.InPlace(this);

        public Tensor cos() => Aten.cos.Call(this);
        public Tensor cos_() => Aten.cos_.InPlace(this);

        public Tensor cosh() => Aten.cosh.Call(this);
        public Tensor cosh_() => Aten.cosh_.InPlace(this);

        public Tensor deg2rad() => Aten.deg2rad.Call(this);

        public Tensor digamma() => Aten.digamma.Call(this);
        public Tensor digamma_() => Aten.digamma_.InPlace(this);

        public Tensor erf() => Aten.erf.Call(this);
        public Tensor erf_() => Aten.erf_.InPlace(this);

        public Tensor erfc() => Aten.erfc.Call(this);
        public Tensor erfc_() => Aten.erfc_.InPlace(this);

        public Tensor erfinv() => Aten.erfinv.Call(this);
        public Tensor erfinv_() => Aten.erfinv_.InPlace(this);

        public Tensor exp() => Aten.exp.Call(this);

        public Tensor exp2() => Aten.exp2.Call(this);

        public Tensor exp_() => Aten.exp_.InPlace(this);

        public Tensor expm1() => Aten.expm1.Call(this);
        public Tensor expm1_() => Aten.expm1_.InPlace(this);

        public Tensor fix() => Aten.fix.Call(this);
        public Tensor fix_() => Aten.fix_.InPlace(this);

        public Tensor floor() => Aten.floor.Call(this);
        public Tensor floor_() => Aten.floor_.InPlace(this);

        public Tensor frac() => Aten.frac.Call(this);
        public Tensor frac_() => Aten.frac_.InPlace(this);

        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.frexp_Tensor.Call2(this);

        public Tensor i0() => Aten.i0.Call(this);

        public Tensor igamma(Tensor other) => Aten.igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Aten.igammac.Call(this, other);

        public Tensor lgamma() => Aten.lgamma.Call(this);
        public Tensor lgamma_() => Aten.lgamma_.InPlace(this);

        public Tensor log() => Aten.log.Call(this);

        public Tensor log10() => Aten.log10.Call(this);
        public Tensor log10_() => Aten.log10_.InPlace(this);

        public Tensor log1p() => Aten.log1p.Call(this);
        public Tensor log1p_() => Aten.log1p_.InPlace(this);

        public Tensor log2() => Aten.log2.Call(this);
        public Tensor log2_() => Aten.log2_.InPlace(this);

        public Tensor log_() => Aten.log_.InPlace(this);

        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Aten.logaddexp2.Call(this, other);

        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);

        public Tensor mvlgamma(long p) => Aten.mvlgamma.Call(this, p);
        public Tensor mvlgamma_(long p) => Aten.mvlgamma_.InPlace(this, p);

        public Tensor pin_memory() => Aten.pin_memory.Call(this);

        public Tensor polygamma_(long p) => Aten.polygamma_.InPlace(this, p);

        public Tensor rad2deg() => Aten.rad2deg.Call(this);

        public Tensor reciprocal() => Aten.reciprocal.Call(this);
        public Tensor reciprocal_() => Aten.reciprocal_.InPlace(this);

        public Tensor rsqrt() => Aten.rsqrt.Call(this);
        public Tensor rsqrt_() => Aten.rsqrt_.InPlace(this);

        public Tensor sgn() => Aten.sgn.Call(this);
        public Tensor sgn_() => Aten.sgn_.InPlace(this);

        public Tensor sign() => Aten.sign.Call(this);
        public Tensor sign_() => Aten.sign_.InPlace(this);

        public Tensor signbit() => Aten.signbit.Call(this);

        public Tensor sin() => Aten.sin.Call(this);
        public Tensor sin_() => Aten.sin_.InPlace(this);

        public Tensor sinc() => Aten.sinc.Call(this);
        public Tensor sinc_() => Aten.sinc_.InPlace(this);

        public Tensor sinh() => Aten.sinh.Call(this);
        public Tensor sinh_() => Aten.sinh_.InPlace(this);

        public Tensor sqrt() => Aten.sqrt.Call(this);
        public Tensor sqrt_() => Aten.sqrt_.InPlace(this);

        public Tensor square() => Aten.square.Call(this);

        public Tensor tan() => Aten.tan.Call(this);
        public Tensor tan_() => Aten.tan_.InPlace(this);

        public Tensor tanh() => Aten.tanh.Call(this);
        public Tensor tanh_() => Aten.tanh_.InPlace(this);

        public Tensor trunc() => Aten.trunc.Call(this);
        public Tensor trunc_() => Aten.trunc_.InPlace(this);
    }
}
