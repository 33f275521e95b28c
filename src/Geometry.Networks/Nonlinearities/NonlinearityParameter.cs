namespace Geometry.Networks;

/// <summary>A parameter of a <see cref="NonlinearityFamily"/>.</summary>
/// <param name="Name">Its name in messages and formulas.</param>
/// <param name="Default">Its value when the text gives none.</param>
/// <param name="Above">The value must be greater than this.</param>
/// <param name="AtLeast">The value must be at least this.</param>
/// <param name="CanBeInfinite">Whether the value may be infinity, written <c>inf</c>.</param>
internal sealed record NonlinearityParameter(
    string Name, double Default, double Above = double.NegativeInfinity, double AtLeast = double.NegativeInfinity, bool CanBeInfinite = false)
{
    /// <summary>Gets which values are allowed.</summary>
    public string Range => (double.IsFinite(Above), double.IsFinite(AtLeast)) switch
    {
        (true, _) => $"{Number} greater than {Nonlinearity.Format(Above)}",
        (_, true) => $"{Number} of at least {Nonlinearity.Format(AtLeast)}",
        _ => Number,
    };

    private string Number => CanBeInfinite ? "a number, or inf," : "a finite number";

    /// <summary>Says whether a value is allowed.</summary>
    public bool Allows(double value) =>
        (double.IsFinite(value) || (CanBeInfinite && double.IsPositiveInfinity(value))) && value > Above && value >= AtLeast;
}
