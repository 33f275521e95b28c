namespace Geometry.Reports;

/// <summary>
/// How a nonlinearity is drawn, the same in every chart of every report: a colour that colour-blind readers can tell apart from the others (Okabe and Ito 2008), and the
/// shape of points and the dashes of lines besides.
/// </summary>
/// <param name="Colour">The colour, as in <c>#0072B2</c>.</param>
/// <param name="Shape">The shape of points, as Vega names it.</param>
/// <param name="Dash">The lengths of dashes and gaps; empty for a whole line.</param>
public sealed record NonlinearityStyle(string Colour, string Shape, IReadOnlyList<int> Dash)
{
    private const string Blue = "#0072B2", Vermilion = "#D55E00", Green = "#009E73", Purple = "#CC79A7", Orange = "#E69F00", Sky = "#56B4E9", Grey = "#444444", Olive = "#8C7A00";

    private static readonly int[] s_whole = [], s_dashed = [6, 3], s_dotted = [2, 2], s_mixed = [8, 3, 2, 3];
    private static readonly string[] s_shapes = ["circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "triangle-left", "triangle-right"];
    private static readonly string[] s_colours = [Sky, Orange, Green, Purple, Olive, Grey];

    private static readonly Dictionary<string, NonlinearityStyle> s_named = new(StringComparer.Ordinal)
    {
        ["tanh"] = new(Blue, "circle", s_whole),
        ["relu"] = new(Vermilion, "square", s_dashed),
        ["linear"] = new(Grey, "diamond", s_dotted),
        ["sigmoid"] = new(Sky, "triangle-up", s_mixed),
        ["hardtanh"] = new(Sky, "circle", s_dashed),
        ["rectified-tanh"] = new(Green, "triangle-up", s_whole),
        ["shifted-tanh"] = new(Sky, "diamond", s_whole),
        ["smoothed-tanh"] = new(Sky, "cross", s_dotted),
        ["linear-tanh"] = new(Olive, "triangle-down", s_mixed),
        ["linear-gradient-tanh"] = new(Blue, "cross", s_dotted),
        ["relu-ceiling"] = new(Green, "square", s_dashed),
        ["relu6"] = new(Green, "triangle-down", s_dotted),
        ["leaky-relu"] = new(Orange, "square", s_mixed),
        ["elu"] = new(Orange, "triangle-up", s_whole),
        ["shifted-relu"] = new(Vermilion, "triangle-down", s_dotted),
        ["smoothed-relu"] = new(Vermilion, "cross", s_mixed),
        ["softplus"] = new(Orange, "diamond", s_dotted),
        ["swish"] = new(Orange, "cross", s_dashed),
        ["gelu"] = new(Orange, "triangle-down", s_mixed),
        ["abs"] = new(Purple, "diamond", s_whole),
        ["dead-zone"] = new(Purple, "square", s_dashed),
        ["saturating-dead-zone"] = new(Purple, "circle", s_mixed),
        ["clipped"] = new(Olive, "square", s_whole),
        [""] = new(Grey, "circle", s_whole),
    };

    /// <summary>Gives the style of a nonlinearity. Settings of one function share its colour; names that are not known get one by their letters.</summary>
    /// <param name="name">The name, such as <c>tanh</c> or <c>relu-ceiling(1.5)</c>; empty where there is no network.</param>
    /// <returns>The style.</returns>
    public static NonlinearityStyle Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string family = name.Split('(')[0].Trim().ToLowerInvariant(), settings = name[name.Split('(')[0].Length..];
        int sum = family.Sum(letter => letter), shift = settings.Sum(letter => letter);
        NonlinearityStyle style = s_named.GetValueOrDefault(family) ?? new(s_colours[sum % s_colours.Length], s_shapes[sum % s_shapes.Length], s_mixed);
        return settings.Length == 0 ? style : style with { Shape = s_shapes[(Array.IndexOf(s_shapes, style.Shape) + shift) % s_shapes.Length] };
    }

    /// <summary>Gives the word for a nonlinearity in charts.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The word: <c>ReLU</c> for <c>relu</c>, and the name itself for most others.</returns>
    public static string WordOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch { "relu" => "ReLU", "relu6" => "ReLU6", "elu" => "ELU", "gelu" => "GELU", "" => "no network", _ => name };
    }
}
