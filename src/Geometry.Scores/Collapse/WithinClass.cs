namespace Geometry.Scores;

/// <summary>A variability within classes, split into that between the conditions of a class and the noise within conditions.</summary>
internal readonly record struct WithinClass(double BetweenConditions, double Noise)
{
    public double Total => BetweenConditions + Noise;

    public WithinClass Plus(WithinClass other, double factor) => new(BetweenConditions + factor * other.BetweenConditions, Noise + factor * other.Noise);
}
