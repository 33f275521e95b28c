using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Stack.TorchSharp.Optimisers;

public sealed class AdaptiveTests
{
    [Theory]
    [InlineData(false, 0.0, false, false)]
    [InlineData(false, 0.1, false, false)]
    [InlineData(false, 0.0, true, false)]
    [InlineData(false, 0.0, false, true)]
    [InlineData(true, 0.0, false, false)]
    [InlineData(true, 0.1, false, false)]
    [InlineData(true, 0.1, true, true)]
    public void Adam_and_AdamW_follow_the_recurrence(bool decoupled, double decay, bool amsgrad, bool maximize)
    {
        const double lr = 0.3, b1 = 0.8, b2 = 0.95, eps = 1e-6;
        double[] p = [.. Trajectory.Start];
        double[] m = new double[3], v = new double[3], top = new double[3];
        for (int t = 1; t <= 9; t++)
        {
            double[] g = Trajectory.Gradient(p);
            for (int i = 0; i < p.Length; i++)
            {
                if (maximize) g[i] = -g[i];
                if (decoupled) p[i] *= 1 - (lr * decay);
                else g[i] += decay * p[i];
                m[i] = (b1 * m[i]) + ((1 - b1) * g[i]);
                v[i] = (b2 * v[i]) + ((1 - b2) * g[i] * g[i]);
                top[i] = Math.Max(top[i], v[i]);
                double second = (amsgrad ? top[i] : v[i]) / (1 - Math.Pow(b2, t));
                p[i] -= lr * (m[i] / (1 - Math.Pow(b1, t))) / (Math.Sqrt(second) + eps);
            }
        }

        double[] actual = decoupled
            ? Trajectory.Run(x => optim.AdamW([x], lr, b1, b2, eps, decay, amsgrad, maximize), 9)
            : Trajectory.Run(x => optim.Adam([x], lr, b1, b2, eps, decay, amsgrad, maximize), 9);

        actual.ShouldBe(p, 1e-11);
    }

    [Theory]
    [InlineData(0.0, 0.0, false)]
    [InlineData(0.1, 0.9, false)]
    [InlineData(0.0, 0.0, true)]
    [InlineData(0.1, 0.5, true)]
    public void RMSProp_follows_the_recurrence(double decay, double momentum, bool centered)
    {
        const double lr = 0.05, alpha = 0.9, eps = 1e-6;
        double[] p = [.. Trajectory.Start];
        double[] square = new double[3], mean = new double[3], buffer = new double[3];
        for (int t = 0; t < 8; t++)
        {
            double[] g = Trajectory.Gradient(p);
            for (int i = 0; i < p.Length; i++)
            {
                g[i] += decay * p[i];
                square[i] = (alpha * square[i]) + ((1 - alpha) * g[i] * g[i]);
                mean[i] = (alpha * mean[i]) + ((1 - alpha) * g[i]);
                double scale = Math.Sqrt(centered ? square[i] - (mean[i] * mean[i]) : square[i]) + eps;
                buffer[i] = (momentum * buffer[i]) + (g[i] / scale);
                p[i] -= lr * (momentum > 0 ? buffer[i] : g[i] / scale);
            }
        }

        Trajectory.Run(x => optim.RMSProp([x], lr, alpha, eps, decay, momentum, centered), 8).ShouldBe(p, 1e-11);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using Parameter p = nn.Parameter(ones(4)), q = nn.Parameter(ones(4));
        using var adam = optim.Adam([p], amsgrad: true, weight_decay: 0.1);
        using var rms = optim.RMSProp([q], momentum: 0.5, centered: true);
        (p + q).sum().backward();

        using var scope = NewDisposeScope();
        for (int i = 0; i < 5; i++)
        {
            adam.step();
            rms.step();
        }
        scope.DisposablesCount.ShouldBe(0);
    }

    [Fact]
    public void Rates_can_be_read_and_changed()
    {
        using Parameter p = nn.Parameter(ones(1));
        using var adam = optim.Adam([p], beta1: 0.5, beta2: 0.75);

        adam.Betas.ShouldBe((0.5, 0.75));
        adam.Betas = (0.1, 0.2);
        adam.ParamGroups.Cast<optim.IBetas>().Single().Betas.ShouldBe((0.1, 0.2));
        adam.ParamGroups.Single().LearningRate.ShouldBe(1e-3);
    }

    [Fact]
    public void Misuse_is_refused()
    {
        using Parameter p = nn.Parameter(ones(1));

        Should.Throw<ArgumentException>(() => optim.Adam([p], lr: -1));
        Should.Throw<ArgumentException>(() => optim.Adam([p], beta1: 1.0));
        Should.Throw<ArgumentException>(() => optim.AdamW([p], eps: -1));
        Should.Throw<ArgumentException>(() => optim.RMSProp([p], alpha: -1));
    }
}
