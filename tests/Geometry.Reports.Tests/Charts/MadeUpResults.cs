using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Reports.Tests;

/// <summary>Makes up results of a known shape.</summary>
internal static class MadeUpResults
{
    /// <summary>Makes a grid of separabilities and noises with one tanh and one ReLU network in each place.</summary>
    public static PipelineResults Grid(int across, int up) => Of(
        from x in Enumerable.Range(0, across)
        from y in Enumerable.Range(0, up)
        from name in new[] { "tanh", "relu" }
        select Row(string.Create(CultureInfo.InvariantCulture, $"separability={x / 10.0};noise={y / 4.0};nonlinearity={name};seed=1"), name, 1, "Hidden1", (x + y + (name == "tanh" ? 1 : 0)) / (double)(across + up)));

    /// <summary>Makes a row of CCGP.</summary>
    public static ResultRow Row(string cell, string nonlinearity, long seed, string layer, double? value, int? epoch = 30) =>
        SyntheticPipelines.Row("made-up", cell, nonlinearity, seed, epoch, layer, "ccgp", "svm/leave-one-pair-out", "Label") with { Value = value, Reason = value is null ? "the layer is dead" : "" };

    /// <summary>Puts rows together.</summary>
    public static PipelineResults Of(IEnumerable<ResultRow> rows) => new("made-up", [.. rows], [], null);
}
