using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.Experiments;

/// <summary>Runs one cell: fits its chain of estimators on the training rows and collects the scores of the test rows.</summary>
internal sealed class CellRunner(Pipeline pipeline)
{
    /// <summary>Runs a cell on the calling thread.</summary>
    /// <exception cref="BadInputException">An estimator refuses its input.</exception>
    public IReadOnlyList<ResultRow> Run(Cell cell, DataViews data, Action<string> report, CancellationToken cancellation)
    {
        var ml = new MLContext(seed: unchecked((int)cell.CellSeed));
        ml.Log += (_, e) =>
        {
            // Estimators take no token. Their messages are where they give control back, so that training stops after an epoch.
            cancellation.ThrowIfCancellationRequested();
            if (e.Kind == ChannelMessageKind.Info)
            {
                report(e.RawMessage);
            }
        };
        try
        {
            using TransformerChain<ITransformer> model = ChainOf(cell, ml).Fit(data.Train);
            cancellation.ThrowIfCancellationRequested();
            MlpTransformer? network = model.OfType<MlpTransformer>().LastOrDefault();
            int? last = network?.Training.History.Count;
            IEnumerable<ResultRow> rows = (network?.Training.Checkpoints ?? []).Where(kept => kept.Epoch != last)
                .SelectMany(kept => Score(cell, ml, AtEpoch(model, data.Test, network!, kept.Epoch), kept.Epoch));
            return [.. rows, .. Score(cell, ml, model.Transform(data.Test), last)];
        }
        catch (Exception e) when (UserErrors.Is(e))
        {
            throw new BadInputException($"{pipeline.File}: the cell {cell.Key} cannot be run: {UserErrors.Text(e)}", e);
        }
    }

    private static EstimatorChain<ITransformer> ChainOf(Cell cell, MLContext ml)
    {
        var context = new StepContext(ml, cell.CellSeed, cell.PipelineSeed);
        var chain = new EstimatorChain<ITransformer>();
        foreach (BoundStep step in cell.Steps)
        {
            chain = step.Definition.Build is { } build
                ? build(context, step.Arguments).Aggregate(chain, (current, estimator) => current.Append(estimator, step.Scope))
                : chain.AppendCacheCheckpoint(ml);
        }

        return chain;
    }

    // What the chain gives with its last network as it was after an epoch.
    private static IDataView AtEpoch(TransformerChain<ITransformer> model, IDataView view, MlpTransformer network, int epoch) =>
        model.Aggregate(view, (current, transformer) => (ReferenceEquals(transformer, network) ? network.AtEpoch(epoch) : transformer).Transform(current));

    private IEnumerable<ResultRow> Score(Cell cell, MLContext ml, IDataView view, int? epoch) =>
        ml.Geometry.Scores.Collect(view).Rows.Select(row => RowOf(cell, row, epoch));

    private ResultRow RowOf(Cell cell, ScoreRow row, int? epoch) => new()
    {
        Experiment = pipeline.Name,
        Cell = cell.Key,
        Setting = cell.Setting,
        Nonlinearity = cell.Nonlinearity,
        Seed = cell.Seed,
        Epoch = epoch,
        Layer = row.Embedding,
        Score = row.Entry.Score,
        Variant = row.Entry.Variant,
        Target = row.Entry.Target,
        Value = row.Entry.Value.ToNullable(),
        StandardError = row.Entry.StandardError,
        N = row.Entry.N,
        Reason = row.Entry.Value.Reason ?? "",
        Warnings = row.Entry.Warnings,
    };
}
