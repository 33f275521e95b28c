namespace Geometry.Reports;

/// <summary>Tells the nonlinearities of a chart apart. The field <c>f</c> of the data has their words.</summary>
internal sealed class NonlinearityScales(IReadOnlyList<string> names, bool hasLegend = true)
{
    /// <summary>The field of the data.</summary>
    public const string Field = "f";

    private readonly string[] _words = [.. names.Select(NonlinearityStyle.WordOf)];
    private readonly NonlinearityStyle[] _styles = [.. names.Select(NonlinearityStyle.Of)];

    /// <summary>Gets the encoding by colour.</summary>
    public object Colour => Encoding(_styles.Select(style => style.Colour));

    /// <summary>Gets the encoding by the shape of points.</summary>
    public object Shape => Encoding(_styles.Select(style => style.Shape));

    /// <summary>Gets the encoding by the dashes of lines.</summary>
    public object Dash => Encoding(_styles.Select(style => style.Dash.Count == 0 ? [1, 0] : style.Dash));

    /// <summary>Gets the encoding by a small distance, where several would stand in one place.</summary>
    public object? Offset => names.Count > 1 ? new { field = Field, type = "nominal", scale = new { domain = _words, paddingOuter = 0.8 } } : null;

    /// <summary>Gives the same without a legend, where the axis names the nonlinearities.</summary>
    public NonlinearityScales WithoutLegend() => new(names, hasLegend: false);

    private object Encoding(IEnumerable<object> range) => new
    {
        field = Field, type = "nominal", scale = new { domain = _words, range = range.ToArray() },
        legend = hasLegend && names.Count > 1 ? new { orient = "top", title = "nonlinearity", titleOrient = "left", columns = names.Count > 6 ? 4 : 6, labelLimit = 200, symbolOpacity = 1, symbolDash = new[] { 1, 0 }, symbolStrokeWidth = 0 } : Spec.None,
    };
}
