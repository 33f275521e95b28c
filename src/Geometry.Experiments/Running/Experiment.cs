using System.Diagnostics;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Runs pipelines.</summary>
public static class Experiment
{
    /// <summary>
    /// Runs every cell of a pipeline: each is a chain of ML.NET estimators with a context of its own, fitted on the training rows and scored on
    /// the test rows. Cells whose chains are the same up to the network share what comes before it, and their networks are trained side by side.
    /// The result depends neither on the number of threads nor on which cells are run together, nor on which the store of the options has already.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="BadInputException">The data cannot be loaded, or an estimator refuses them.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ExperimentResult Run(Pipeline pipeline, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        options ??= new RunOptions();
        DateTimeOffset started = DateTimeOffset.Now;
        long clock = Stopwatch.GetTimestamp();
        IReadOnlyList<CellResult> cells = new CellQueue(pipeline, options, cancellation).Run();
        ResultRow[] rows = [.. cells.SelectMany(cell => cell.Rows)];
        UndefinedScores.ThrowIfAll(rows, pipeline.File);
        options.Store?.Complete();
        return new ExperimentResult(rows, started, Stopwatch.GetElapsedTime(clock), options.Threads)
        {
            Tables = CellTables.Join(pipeline.Cells.Zip(cells, (cell, result) => (cell, result.Tables))),
        };
    }

    /// <summary>
    /// Reckons what the scores of a pipeline will cost, without training or reading a file: of cells whose rows are drawn from a task, and whose
    /// scored columns are features or hidden layers of an <c>Mlp</c>.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="store">Where cells are kept, which cost nothing any more; null for nowhere.</param>
    /// <returns>The cost, and for how many cells it is known.</returns>
    public static ScoreEstimate EstimateScores(Pipeline pipeline, CellStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return new ScoreCosts().Of(Missing(pipeline, store), TestRows(pipeline, schemaOnly: false));
    }

    /// <summary>Reckons what the training of a pipeline's networks will cost, without training or reading a file: of each <c>Mlp</c> on rows that are drawn from a task.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="store">Where cells are kept, which cost nothing any more; null for nowhere.</param>
    /// <returns>The cost, and for how many cells it is known.</returns>
    public static TrainingEstimate EstimateTraining(Pipeline pipeline, CellStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        Cell[] cells = Missing(pipeline, store);

        // Test rows have the columns of training rows, and a few of them tell.
        Func<Cell, IDataView?> rowsOf = TestRows(pipeline, schemaOnly: true);
        TimeSpan[] known = [.. cells.GroupBy(cell => cell.Source.Identity).SelectMany(group => group)
            .Select(cell => TrainingCosts.Of(cell, rowsOf(cell)?.Schema)).OfType<TimeSpan>()];
        return new TrainingEstimate(cells.Length, known.Length, known.Aggregate(TimeSpan.Zero, (sum, one) => sum + one));
    }

    private static Cell[] Missing(Pipeline pipeline, CellStore? store) => [.. pipeline.Cells.Where(cell => store?.Contains(cell) is not true)];

    // The rows that a cell scores, where they are drawn; asked for cell by cell of the same source, they are drawn once.
    private static Func<Cell, IDataView?> TestRows(Pipeline pipeline, bool schemaOnly)
    {
        (string? Source, IDataView? Rows) last = default;
        return cell =>
        {
            BoundSource source = cell.Source;
            if (source.Identity != last.Source)
            {
                last = (source.Identity, null);
                var request = new DataRequest(new MLContext(seed: 1), pipeline.Directory, pipeline.Seed, schemaOnly);
                try
                {
                    last.Rows = source.Definition.DrawTest?.Invoke(request, source.Arguments);
                }
                catch (Exception e) when (UserErrors.Is(e))
                {
                    // The run itself says what is wrong with the rows.
                }
            }

            return last.Rows;
        };
    }
}
