namespace Geometry.Reports;

/// <summary>Tells the nonlinearities of a chart apart. The field <c>f</c> of the data has their words.</summary>
internal sealed class NonlinearityScales(IReadOnlyList<string> names)
{
    /// <summary>The field of the data.</summary>
    public const string Field = "f";

    private readonly string[] _words = [.. names.Select(NonlinearityStyle.WordOf)];
    private readonly NonlinearityStyle[] _styles = [.. names.Select(NonlinearityStyle.Of)];

    /// <summary>Gets the encoding by colour.</summary>
    public object Colour => new { field = Field, type = "nominal", scale = new { domain = _words, range = _styles.Select(style => style.Colour).ToArray() }, legend = Legend };

    /// <summary>Gets the encoding by the shape of points.</summary>
    public object Shape => new { field = Field, type = "nominal", scale = new { domain = _words, range = _styles.Select(style => style.Shape).ToArray() }, legend = Legend };

    /// <summary>Gets the encoding by the dashes of lines.</summary>
    public object Dash => new
    {
        field = Field, type = "nominal", legend = Legend,
        scale = new { domain = _words, range = _styles.Select(style => style.Dash.Count == 0 ? [1, 0] : style.Dash).ToArray() },
    };

    private object Legend => names.Count > 1 ? new { orient = "top", title = "nonlinearity", columns = 6 } : Spec.None;
}
