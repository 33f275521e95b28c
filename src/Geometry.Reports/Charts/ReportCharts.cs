namespace Geometry.Reports;

/// <summary>Chooses the charts that fit results.</summary>
public static class ReportCharts
{
    /// <summary>Makes the charts of an experiment.</summary>
    /// <param name="results">The results.</param>
    /// <returns>The charts in the order in which to show them; none where there is nothing to draw.</returns>
    public static IReadOnlyList<Chart> Of(PipelineResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Rows.Count == 0)
        {
            return [];
        }

        var view = new ResultView(results);
        return
        [
            .. TrainingCurves.Of(view),
            .. HeatMaps.Of(view),
            .. SweepLines.Of(view),
            .. LayerProfiles.Of(view),
            .. DotPlots.Of(view),
            .. AlignmentPlane.Of(view),
            .. WeightPlanes.Of(view),
            .. SelectivityBars.Of(view),
            .. DynamicsCourse.Of(view),
            .. DynamicsCourse.OfComparison(view),
            .. EffectiveWeightsPlot.Of(view),
            .. TargetDots.Of(view),
            .. NullComparison.Of(view),
        ];
    }

    /// <summary>Makes the charts of decided claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <returns>The charts; none where no claim was run.</returns>
    public static IReadOnlyList<Chart> Of(IReadOnlyList<ClaimRecord> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return [.. ClaimForest.Of(claims)];
    }
}
