using Geometry.Networks;

namespace Geometry.Onnx;

/// <summary>
/// Writes nonlinearities as nodes, in forms that give the right value for any finite argument; well-known functions have the nodes that runtimes
/// know how to fuse.
/// </summary>
internal static class NonlinearityNodes
{
    /// <summary>Refuses a function that has no name.</summary>
    /// <exception cref="NotSupportedException">The function is a user's own.</exception>
    public static void RequireNamed(Nonlinearity nonlinearity)
    {
        if (!nonlinearity.IsNamed)
        {
            throw new NotSupportedException(
                $"The nonlinearity '{nonlinearity.Text}' is a function of yours: an ONNX file lists the operators that a network is made of, and those of a "
                + $"function in C# cannot be seen from outside. Train with a named one ({string.Join(", ", Nonlinearity.KnownNames)}), or run the network from C#.");
        }
    }

    /// <summary>Adds the nodes of a named function.</summary>
    /// <param name="nodes">Receives them.</param>
    /// <param name="layer">The layer that they belong to.</param>
    /// <param name="nonlinearity">The function.</param>
    /// <param name="x">The preactivations.</param>
    /// <returns>The value of the function; for the linear one <paramref name="x"/> itself.</returns>
    public static string Add(NodeList nodes, string layer, Nonlinearity nonlinearity, string x)
    {
        IReadOnlyList<double> p = nonlinearity.Parameters;
        string Node(string operation, params string[] inputs) => nodes.Add(operation, layer, inputs);
        string Number(double value) => nodes.Constant(value);
        string Shifted(double by) => by == 0 ? x : Node("Add", x, Number(by));

        // An infinite bound is left out.
        string Clip(string value, double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
        {
            (true, true) => Node("Clip", value, Number(min), Number(max)),
            (true, false) => Node("Clip", value, Number(min)),
            (false, true) => Node("Clip", value, "", Number(max)),
            _ => value,
        };

        // sign(u) * max(|u| - theta, 0)
        string DeadZone(string value, double theta) => theta > 0 ? Node("Sub", value, Clip(value, -theta, theta)) : value;

        return nonlinearity.Name switch
        {
            "linear" => x,
            "tanh" or "linear-gradient-tanh" => Node("Tanh", x),
            "shifted-tanh" => Node("Tanh", Shifted(p[0])),
            "rectified-tanh" => Node("Relu", Node("Tanh", x)),
            "linear-tanh" => Node("Add", Node("Relu", x), Node("Tanh", Node("Min", x, Number(0)))),
            "smoothed-tanh" => SmoothedTanh(),
            "sigmoid" => Node("Sigmoid", x),
            "softplus" => Node("Softplus", x),
            "swish" => Node("Mul", x, Node("Sigmoid", x)),
            "gelu" => Node("Mul", x, NormalCdf(1)),
            "smoothed-relu" => SmoothedRelu(p[0]),
            "abs" => Node("Abs", x),
            "elu" => nodes.Add("Elu", layer, [x], Attributes.Number("alpha", p[0])),
            "relu" => Node("Relu", x),
            "shifted-relu" => Node("Relu", Shifted(p[0])),
            "leaky-relu" => nodes.Add("LeakyRelu", layer, [x], Attributes.Number("alpha", p[0])),
            "relu6" => Clip(x, 0, 6),
            "relu-ceiling" => Clip(x, 0, p[0]),
            "hardtanh" => Clip(x, -p[0], p[0]),
            "dead-zone" => DeadZone(x, p[0]),
            "saturating-dead-zone" => Clip(DeadZone(x, p[0]), -p[1], p[1]),
            "clipped" => Clip(DeadZone(Shifted(p[3]), p[2]), -p[0], p[1]),
            _ => throw new NotSupportedException($"This release cannot write the nonlinearity '{nonlinearity.Text}' as ONNX."),
        };

        string NormalCdf(double sigma) =>
            Node("Mul", Node("Add", Node("Erf", Node("Div", x, Number(sigma * Math.Sqrt(2)))), Number(1)), Number(0.5));

        // x * Phi(x / sigma) + sigma * phi(x / sigma)
        string SmoothedRelu(double sigma)
        {
            string standard = Node("Div", x, Number(sigma)), exponent = Node("Mul", Node("Mul", standard, standard), Number(-0.5));
            string density = Node("Mul", Node("Exp", exponent), Number(sigma / Math.Sqrt(2 * Math.PI)));
            return Node("Add", Node("Mul", x, NormalCdf(sigma)), density);
        }

        // The quadrature of the definition, a node after the other: side by side they would take twenty times the memory.
        string SmoothedTanh()
        {
            (double[] points, double[] weights) = Nonlinearity.SmoothingRule();
            string? sum = null;
            for (int i = 0; i < points.Length; i++)
            {
                string term = Node("Mul", Node("Tanh", Node("Add", x, Number(p[0] * points[i]))), Number(weights[i]));
                sum = sum is null ? term : Node("Add", sum, term);
            }

            return sum!;
        }
    }
}
