namespace Microsoft.ML.Trainers;

/// <summary>A smooth function of a vector, with its gradient.</summary>
internal interface IDifferentiableObjective
{
    int Dimension { get; }

    /// <summary>Returns the value at <paramref name="point"/> and overwrites <paramref name="gradient"/>.</summary>
    double Evaluate(double[] point, double[] gradient);

    /// <summary>A positive number for each coordinate, in proportion to the curvature along it.</summary>
    double[] Curvature();
}
