namespace Geometry.Networks;

public sealed partial class Nonlinearity
{
    /// <summary><c>tanh(x)</c>: odd, bounded on both sides. Text: <c>tanh</c>.</summary>
    public static Nonlinearity Tanh { get; } = Create("tanh");

    /// <summary><c>max(x, 0)</c>: a kink at the origin, unbounded above. Text: <c>relu</c>.</summary>
    public static Nonlinearity Relu { get; } = Create("relu");

    /// <summary><c>1 / (1 + exp(-x))</c>: bounded on both sides, in (0, 1). Text: <c>sigmoid</c>.</summary>
    public static Nonlinearity Sigmoid { get; } = Create("sigmoid");

    /// <summary><c>x</c>: the control without a nonlinearity. Text: <c>linear</c> (or <c>identity</c>).</summary>
    public static Nonlinearity Linear { get; } = Create("linear");

    /// <summary><c>ln(1 + exp(x))</c>. Text: <c>softplus</c>.</summary>
    public static Nonlinearity Softplus { get; } = Create("softplus");

    /// <summary><c>x / (1 + exp(-x))</c>. Text: <c>swish</c> (or <c>silu</c>).</summary>
    public static Nonlinearity Swish { get; } = Create("swish");

    /// <summary><c>x * (1 + erf(x / sqrt(2))) / 2</c>, the exact form. Text: <c>gelu</c>.</summary>
    public static Nonlinearity Gelu { get; } = Create("gelu");

    /// <summary><c>|x|</c>. Text: <c>abs</c>.</summary>
    public static Nonlinearity Abs { get; } = Create("abs");

    /// <summary><c>min(max(x, 0), 6)</c>. Text: <c>relu6</c>.</summary>
    public static Nonlinearity Relu6 { get; } = Create("relu6");

    /// <summary><c>max(tanh(x), 0)</c>: bounded on both sides, zero for negative x. Text: <c>rectified-tanh</c>.</summary>
    public static Nonlinearity RectifiedTanh { get; } = Create("rectified-tanh");

    /// <summary><c>x</c> for x &gt;= 0 and <c>tanh(x)</c> for x &lt; 0: bounded below, linear above. Text: <c>linear-tanh</c>.</summary>
    public static Nonlinearity LinearTanh { get; } = Create("linear-tanh");

    /// <summary>
    /// <c>tanh(x)</c> whose derivative is taken as 1: the control that keeps the responses of tanh and takes saturation out of
    /// learning. Text: <c>linear-gradient-tanh</c>.
    /// </summary>
    public static Nonlinearity LinearGradientTanh { get; } = Create("linear-gradient-tanh");

    /// <summary><c>x</c> for x &gt;= 0 and <c>slope * x</c> for x &lt; 0. Text: <c>leaky-relu(slope)</c>.</summary>
    /// <param name="slope">The slope below zero; any finite number.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The slope is not finite.</exception>
    public static Nonlinearity LeakyRelu(double slope = 0.01) => Create("leaky-relu", slope);

    /// <summary><c>x</c> for x &gt;= 0 and <c>alpha * (exp(x) - 1)</c> for x &lt; 0. Text: <c>elu(alpha)</c>.</summary>
    /// <param name="alpha">Minus the lower asymptote; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">Alpha is not a finite number greater than 0.</exception>
    public static Nonlinearity Elu(double alpha = 1) => Create("elu", alpha);

    /// <summary><c>min(max(x, -limit), limit)</c>. Text: <c>hardtanh(limit)</c>.</summary>
    /// <param name="limit">Where it saturates; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The limit is not a finite number greater than 0.</exception>
    public static Nonlinearity Hardtanh(double limit = 1) => Create("hardtanh", limit);

    /// <summary><c>min(max(x, 0), ub)</c>: a ReLU with a ceiling. Text: <c>relu-ceiling(ub)</c>.</summary>
    /// <param name="ub">The ceiling; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The ceiling is not a finite number greater than 0.</exception>
    public static Nonlinearity ReluCeiling(double ub = 1) => Create("relu-ceiling", ub);

    /// <summary><c>max(x + s, 0)</c>: the threshold is at -s. Text: <c>shifted-relu(s)</c>.</summary>
    /// <param name="s">The shift; any finite number.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The shift is not finite.</exception>
    public static Nonlinearity ShiftedRelu(double s = 1) => Create("shifted-relu", s);

    /// <summary><c>tanh(x + s)</c>. Text: <c>shifted-tanh(s)</c>.</summary>
    /// <param name="s">The shift; any finite number.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">The shift is not finite.</exception>
    public static Nonlinearity ShiftedTanh(double s = 1) => Create("shifted-tanh", s);

    /// <summary><c>sign(x) * max(|x| - theta, 0)</c>: no response near the origin, unbounded. Text: <c>dead-zone(theta)</c>.</summary>
    /// <param name="theta">Half the width of the dead zone; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">Theta is not a finite number greater than 0.</exception>
    public static Nonlinearity DeadZone(double theta = 0.5) => Create("dead-zone", theta);

    /// <summary>
    /// <c>sign(x) * min(max(|x| - theta, 0), ub)</c>: no response near the origin, bounded on both sides.
    /// Text: <c>saturating-dead-zone(theta, ub)</c>.
    /// </summary>
    /// <param name="theta">Half the width of the dead zone; greater than 0.</param>
    /// <param name="ub">The largest magnitude of the response; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">A parameter is not a finite number greater than 0.</exception>
    public static Nonlinearity SaturatingDeadZone(double theta = 0.5, double ub = 1) => Create("saturating-dead-zone", theta, ub);

    /// <summary>
    /// <c>min(max(d(x + offset), -lower), upper)</c> with <c>d(u) = sign(u) * max(|u| - theta, 0)</c>: the family that separates how a function
    /// saturates (<paramref name="lower"/>, <paramref name="upper"/>) from what it does near the origin (<paramref name="theta"/>,
    /// <paramref name="offset"/>). Text: <c>clipped(lower, upper, theta, offset)</c>, with <c>inf</c> for no bound.
    /// </summary>
    /// <remarks>
    /// It has as members <c>hardtanh(1)</c> = clipped(1, 1), <c>relu</c> = clipped(0, inf), <c>relu-ceiling(2)</c> = clipped(0, 2),
    /// <c>shifted-relu(s)</c> = clipped(0, inf, 0, s), <c>dead-zone(t)</c> = clipped(inf, inf, t), <c>linear</c> = clipped(inf, inf).
    /// </remarks>
    /// <param name="lower">Minus the lower bound; at least 0, or infinity for none.</param>
    /// <param name="upper">The upper bound; greater than 0, or infinity for none.</param>
    /// <param name="theta">Half the width of the dead zone; at least 0.</param>
    /// <param name="offset">What is added to the argument; any finite number.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static Nonlinearity Clipped(double lower = 1, double upper = 1, double theta = 0, double offset = 0) =>
        Create("clipped", lower, upper, theta, offset);

    /// <summary>
    /// <c>E[max(x + sigma * xi, 0)] = x * Phi(x / sigma) + sigma * phi(x / sigma)</c> with xi, Phi and phi standard normal: a ReLU
    /// averaged over noise. Text: <c>smoothed-relu(sigma)</c>.
    /// </summary>
    /// <param name="sigma">The standard deviation of the noise; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">Sigma is not a finite number greater than 0.</exception>
    public static Nonlinearity SmoothedRelu(double sigma = 1) => Create("smoothed-relu", sigma);

    /// <summary>
    /// <c>E[tanh(x + sigma * xi)]</c> with xi standard normal, by 20-node Gauss-Hermite quadrature: a tanh averaged over noise.
    /// Text: <c>smoothed-tanh(sigma)</c>.
    /// </summary>
    /// <param name="sigma">The standard deviation of the noise; greater than 0.</param>
    /// <returns>The nonlinearity.</returns>
    /// <exception cref="ArgumentException">Sigma is not a finite number greater than 0.</exception>
    public static Nonlinearity SmoothedTanh(double sigma = 1) => Create("smoothed-tanh", sigma);
}
