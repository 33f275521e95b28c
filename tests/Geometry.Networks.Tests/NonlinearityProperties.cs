using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Networks.Tests;

public class NonlinearityProperties
{
    [Fact]
    public void Should_Read_Back_Any_Parameter() => Prop.ForAll<NormalFloat, NormalFloat>((first, second) =>
    {
        double theta = Math.Abs(first.Get) + double.Epsilon, ceiling = Math.Abs(second.Get) + double.Epsilon;
        Nonlinearity both = Nonlinearity.SaturatingDeadZone(theta, ceiling), shifted = Nonlinearity.ShiftedRelu(first.Get);
        return Nonlinearity.Parse(both.Text).Equals(both) && Nonlinearity.Parse(shifted.Text).Equals(shifted)
            && Nonlinearity.Parse(both.Text).GetHashCode() == both.GetHashCode();
    }).QuickCheckThrowOnFailure();
}
