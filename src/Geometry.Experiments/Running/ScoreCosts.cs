using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Reckons what the scores of cells will cost from the labels of the rows and the widths of the layers, before any network is trained.</summary>
internal sealed class ScoreCosts
{
    private static readonly ScoreCost s_none = new(0, 0, TimeSpan.Zero);

    private readonly MLContext _ml = new(seed: 1);
    private readonly Dictionary<(string Rows, string Step, int Estimator, int Width), ScoreCost?> _known = [];

    /// <summary>Reckons for some cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="rowsOf">
    /// The rows that a cell scores, with the columns that are known; null where they are not known. Cells of the same source follow one another.
    /// </param>
    public ScoreEstimate Of(IReadOnlyCollection<Cell> cells, Func<Cell, IDataView?> rowsOf)
    {
        int known = 0;
        ScoreCost sum = s_none;
        foreach (Cell cell in cells.GroupBy(cell => cell.Source.Identity).SelectMany(group => group))
        {
            if (CostOf(cell, rowsOf) is { } cost)
            {
                known++;
                sum = sum.Plus(cost);
            }
        }

        return new ScoreEstimate(cells.Count, known, sum);
    }

    private ScoreCost? CostOf(Cell cell, Func<Cell, IDataView?> rowsOf)
    {
        var context = new StepContext(_ml, cell.CellSeed, cell.PipelineSeed);
        var widths = new Dictionary<string, int>();
        ScoreCost sum = s_none;
        int times = 1;
        foreach (BoundStep step in cell.Steps.Where(step => step.Definition.Build is not null))
        {
            ScoreEstimator[] scores = [.. step.Definition.Build!(context, step.Arguments).OfType<ScoreEstimator>()];
            if (step.Definition.NetworkRows is not null && context.Network is { } network)
            {
                AddLayers(widths, network);
                times = 1 + network.CheckpointEpochs.Count(epoch => epoch != network.Epochs);
            }

            for (int i = 0; i < scores.Length; i++)
            {
                if (scores[i].TrainsDecoders)
                {
                    // Held-out scores depend on the training rows.
                    if (scores[i].IsHeldOut || rowsOf(cell) is not { } rows || WidthOf(scores[i].EmbeddingColumnName, widths, rows) is not { } width
                        || CostOf(cell, step, (i, scores[i]), rows, width) is not { } cost)
                    {
                        return null;
                    }

                    sum = sum.Plus(cost);
                }
            }
        }

        return new ScoreCost(sum.Fits * times, sum.Operations * times, sum.Duration * times);
    }

    // Cells that differ in what does not change the cost, such as the seed of the network, are reckoned once.
    private ScoreCost? CostOf(Cell cell, BoundStep step, (int Index, ScoreEstimator Score) estimator, IDataView rows, int width)
    {
        var key = (cell.Source.Identity, step.Arguments.Identity, estimator.Index, width);
        if (!_known.TryGetValue(key, out ScoreCost? cost))
        {
            try
            {
                cost = estimator.Score.EstimateCost(rows, width);
            }
            catch (Exception e) when (UserErrors.Is(e))
            {
                // Columns that a step before the score makes are not there yet.
                cost = null;
            }

            _known.Add(key, cost);
        }

        return cost;
    }

    private static void AddLayers(Dictionary<string, int> widths, MlpOptions network)
    {
        for (int layer = 0; layer < network.HiddenWidths.Count; layer++)
        {
            widths[Mlp.HiddenName(layer + 1)] = network.HiddenWidths[layer];
        }
    }

    private static int? WidthOf(string column, Dictionary<string, int> widths, IDataView rows) =>
        widths.TryGetValue(column, out int width) ? width
        : rows.Schema.GetColumnOrNull(column)?.Type is VectorDataViewType { IsKnownSize: true } vector ? vector.Size
        : null;
}
