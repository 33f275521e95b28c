namespace Geometry.Scores;

/// <summary>The scatter of rows around the mean of their condition.</summary>
internal interface INoiseScatter
{
    /// <summary>For each condition the mean over its rows of the squared length of their deviations.</summary>
    double[] Traces();

    /// <summary>For each condition the mean over its rows of the sum of squared inner products of their deviations with some directions.</summary>
    double[] Along(RowMatrix directions);
}
