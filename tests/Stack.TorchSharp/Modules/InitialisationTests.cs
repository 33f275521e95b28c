using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class InitialisationTests
{
    [Fact]
    public void Constants_fill_in_place_and_come_back()
    {
        using Tensor t = zeros(2, 3);
        init.ones_(t).ShouldBeSameAs(t);
        Values.Of(t).ShouldAllBe(v => v == 1);
        Values.Of(init.constant_(t, 0.5)).ShouldAllBe(v => v == 0.5);
        Values.Of(init.zeros_(t)).ShouldAllBe(v => v == 0);
        Values.Of(init.eye_(t)).ShouldBe([1.0, 0, 0, 0, 1, 0]);
    }

    [Fact]
    public void A_parameter_is_filled_without_autograd_noticing()
    {
        using var p = Parameter(zeros(3, 3));
        init.normal_(p);
        p.is_leaf.ShouldBeTrue();
        p.requires_grad.ShouldBeTrue();
    }

    [Theory]
    [InlineData("uniform", -1.0, 3.0, 1.0, 16.0 / 12)]
    [InlineData("normal", null, null, 2.0, 0.25)]
    [InlineData("xavier_uniform", -0.1, 0.1, 0.0, 0.01 / 3)]
    [InlineData("xavier_normal", null, null, 0.0, 0.01 / 3)]
    [InlineData("kaiming_uniform", -0.1732050808, 0.1732050808, 0.0, 0.01)]
    [InlineData("kaiming_normal", null, null, 0.0, 0.01)]
    [InlineData("kaiming_fan_out", null, null, 0.0, 0.005)]
    [InlineData("trunc_normal", -1.0, 1.0, 0.0, 0.2911252)]
    public void Random_fillings_have_their_range_mean_and_variance(string kind, double? low, double? high, double mean, double variance)
    {
        manual_seed(7);
        // Fan in 200, fan out 400.
        using Tensor t = zeros(400, 200, dtype: ScalarType.Float64);
        _ = kind switch
        {
            "uniform" => init.uniform_(t, -1, 3),
            "normal" => init.normal_(t, 2, 0.5),
            "xavier_uniform" => init.xavier_uniform_(t),
            "xavier_normal" => init.xavier_normal_(t),
            "kaiming_uniform" => init.kaiming_uniform_(t),
            "kaiming_normal" => init.kaiming_normal_(t, nonlinearity: init.NonlinearityType.ReLU),
            "kaiming_fan_out" => init.kaiming_normal_(t, mode: init.FanInOut.FanOut),
            _ => init.trunc_normal_(t, a: -1, b: 1),
        };

        double[] values = Values.Of(t);
        values.Average().ShouldBe(mean, 6 * Math.Sqrt(variance / values.Length));
        values.Average(v => (v - mean) * (v - mean)).ShouldBe(variance, 0.02 * variance);
        if (low is null) return;
        values.Min().ShouldBeInRange(low.Value, low.Value + (0.01 * (high!.Value - low.Value)));
        values.Max().ShouldBeInRange(high.Value - (0.01 * (high.Value - low.Value)), high.Value);
    }

    [Theory]
    [InlineData(4, 6)]
    [InlineData(6, 4)]
    public void Orthogonal_rows_or_columns_have_the_length_of_the_gain(int rows, int columns)
    {
        using Tensor t = init.orthogonal_(zeros(rows, columns, dtype: ScalarType.Float64), 2);
        using Tensor gram = rows < columns ? t.mm(t.t()) : t.t().mm(t);

        Values.Of(gram).ShouldBe(Values.Of(eye(4, dtype: ScalarType.Float64) * 4), 1e-10);
    }

    [Fact]
    public void The_gains_are_those_of_the_activations()
    {
        init.calculate_gain(init.NonlinearityType.Tanh).ShouldBe(5.0 / 3);
        init.calculate_gain(init.NonlinearityType.ReLU).ShouldBe(Math.Sqrt(2));
        init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.5).ShouldBe(Math.Sqrt(2 / 1.25));
        init.calculate_gain(init.NonlinearityType.Linear).ShouldBe(1);
        init.CalculateFanInAndFanOut(zeros(8, 4, 3, 3)).ShouldBe((36, 72));
        Should.Throw<ArgumentException>(() => init.xavier_normal_(zeros(3)));
    }
}
