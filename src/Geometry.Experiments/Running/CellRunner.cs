using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.Experiments;

/// <summary>Runs one cell: fits its chain of estimators on the training rows and collects the scores of the test rows.</summary>
internal sealed class CellRunner(Pipeline pipeline, SharedData data, RunOptions options)
{
    private int _isTold;

    /// <summary>Runs a cell on the calling thread.</summary>
    /// <exception cref="BadInputException">The rows cannot be loaded, or an estimator refuses its input.</exception>
    public CellResult Run(Cell cell, CellGroup group, Action<string> report, CancellationToken cancellation)
    {
        FittedSteps shared = group.Fitted(() => FitShared(cell, group, report, cancellation));
        return Named(cell, () => Run(cell, shared, report, cancellation));
    }

    private FittedSteps FitShared(Cell cell, CellGroup group, Action<string> report, CancellationToken cancellation)
    {
        DataViews views = data.Take(group, report);
        return Named(cell, () =>
        {
            MLContext ml = ContextOf(group.ContextSeed, report, cancellation);
            var context = new StepContext(ml, cell.CellSeed, cell.PipelineSeed) { ScoreMemory = options.ScoreMemory };
            TransformerChain<ITransformer> model = StepChain.Of(group.Steps, context).Fit(views.Train);
            IDataView train = StepChain.CacheAt(group.Steps.LastOrDefault(), model.Transform(views.Train), ml);
            int first = CellGroup.SharedStepCount(cell);
            TrainingRows? rows = group.HasNetwork ? Read(NetworkOf(cell.Steps[first], context), train) : null;
            IDataView test = model.Transform(views.Test);
            Tell(group, test);
            return new FittedSteps(views.Train.Schema, [.. model.GetModelFor(TransformerScope.Scoring)], train, test, rows);
        });
    }

    private void Tell(CellGroup group, IDataView test)
    {
        if (options.ScoresKnown is not null && Interlocked.Exchange(ref _isTold, 1) == 0 && new ScoreCosts().Of(group.Cells, _ => test) is { CellsKnown: > 0 } estimate)
        {
            options.ScoresKnown(estimate);
        }
    }

    private CellResult Run(Cell cell, FittedSteps shared, Action<string> report, CancellationToken cancellation)
    {
        MLContext ml = ContextOf(cell.CellSeed, report, cancellation);
        (IReadOnlyList<ITransformer> model, IReadOnlyList<ITransformer> served) = Fit(cell, shared, ml, cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            MlpTransformer? network = model.OfType<MlpTransformer>().LastOrDefault();
            int? last = network?.Training.History.Count ?? model.OfType<ConvolutionalTransformer>().LastOrDefault()?.Training.NetworkEpoch;
            IEnumerable<ResultRow> rows = (network?.Training.Checkpoints ?? []).Where(kept => kept.Epoch != last)
                .SelectMany(kept => Score(cell, ml, AtEpoch(model, shared.Test, network!, kept.Epoch), kept.Epoch));
            IDataView test = new TransformerChain<ITransformer>([.. model]).Transform(shared.Test);
            return new CellResult([.. rows, .. Score(cell, ml, test, last)], ml.Geometry.Scores.CollectTables(test))
            {
                ModelSha256 = options.Store?.Models?.Write(cell, ml, shared.Served.Concat(served), shared.InputSchema),
            };
        }
        finally
        {
            // Weights are outside the heap, where the collector does not see how many cells have left theirs.
            foreach (ITransformer transformer in model)
            {
                (transformer as MlpTransformer)?.Training.Dispose();
                (transformer as ConvolutionalTransformer)?.Training.Dispose();
                (transformer as IDisposable)?.Dispose();
            }
        }
    }

    // The part of the chain that is the cell's own: all of it, and what is part of a model to serve.
    private (IReadOnlyList<ITransformer> All, IReadOnlyList<ITransformer> Served) Fit(Cell cell, FittedSteps shared, MLContext ml, CancellationToken cancellation)
    {
        var context = new StepContext(ml, cell.CellSeed, cell.PipelineSeed) { ScoreMemory = options.ScoreMemory };
        if (shared.Rows is null)
        {
            TransformerChain<ITransformer> chain = StepChain.Of(cell.Steps, context).Fit(shared.Train);
            return ([.. chain], [.. chain.GetModelFor(TransformerScope.Scoring)]);
        }

        // The shared steps are fitted already, and here only take the names of their columns.
        int first = CellGroup.SharedStepCount(cell);
        StepChain.Of(cell.Steps.Take(first), context);
        ITransformer network = Fit(NetworkOf(cell.Steps[first], context), shared.Rows, cancellation);
        BoundStep[] later = [.. cell.Steps.Skip(first + 1)];
        TransformerChain<ITransformer> behind = StepChain.Of(later, context).Fit(StepChain.CacheAt(later.FirstOrDefault(), network.Transform(shared.Train), ml));
        bool isServed = cell.Steps[first].Scope.HasFlag(TransformerScope.Scoring);
        return ([network, .. behind], [.. isServed ? [network] : Array.Empty<ITransformer>(), .. behind.GetModelFor(TransformerScope.Scoring)]);
    }

    private static IEstimator<ITransformer> NetworkOf(BoundStep step, StepContext context) => step.Definition.Build!(context, step.Arguments).Single();

    private static TrainingRows Read(IEstimator<ITransformer> network, IDataView train) =>
        network is ConvolutionalEstimator convolutional ? convolutional.Read(train) : ((MlpEstimator)network).Read(train);

    // A convolutional network is cancelled by what it logs.
    private static ITransformer Fit(IEstimator<ITransformer> network, TrainingRows rows, CancellationToken cancellation) =>
        network is ConvolutionalEstimator convolutional ? convolutional.Fit(rows) : ((MlpEstimator)network).Fit(rows, cancellation);

    // Estimators take no token. Their messages are where they give control back.
    private static MLContext ContextOf(long seed, Action<string> report, CancellationToken cancellation)
    {
        var ml = new MLContext(seed: unchecked((int)seed));
        ml.Log += (_, e) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (e.Kind == ChannelMessageKind.Info)
            {
                report(e.RawMessage);
            }
        };
        return ml;
    }

    // What the chain gives with its last network as it was after an epoch.
    private static IDataView AtEpoch(IReadOnlyList<ITransformer> model, IDataView view, MlpTransformer network, int epoch) =>
        model.Aggregate(view, (current, transformer) => (ReferenceEquals(transformer, network) ? network.AtEpoch(epoch) : transformer).Transform(current));

    private T Named<T>(Cell cell, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (UserErrors.Is(e))
        {
            throw new BadInputException($"{pipeline.File}: the cell {cell.Key} cannot be run: {UserErrors.Text(e)}", e);
        }
    }

    private IEnumerable<ResultRow> Score(Cell cell, MLContext ml, IDataView view, int? epoch) =>
        ml.Geometry.Scores.Collect(view).Rows.Select(row => ResultRow.Of(pipeline.Name, cell.Key, row) with
        {
            Setting = cell.Setting,
            Nonlinearity = cell.Nonlinearity,
            Seed = cell.Seed,
            Epoch = epoch,
        });
}
