using System.Diagnostics;
using System.Runtime.ExceptionServices;
using TorchSharp;

namespace Geometry.Experiments;

/// <summary>Runs pipelines.</summary>
public static class Experiment
{
    /// <summary>
    /// Runs every cell of a pipeline: each is a chain of ML.NET estimators with a context of its own, fitted on the training rows and scored on
    /// the test rows. The result depends neither on the number of threads nor on which cells the store of the options has already.
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
        ResultRow[] rows = [.. new CellQueue(pipeline, options, cancellation).Run().SelectMany(cell => cell)];
        UndefinedScores.ThrowIfAll(rows, pipeline.File);
        options.Store?.Complete();
        return new ExperimentResult(rows, started, Stopwatch.GetElapsedTime(clock), options.Threads);
    }

    /// <summary>Hands the cells out to worker threads, in their order.</summary>
    private sealed class CellQueue(Pipeline pipeline, RunOptions options, CancellationToken cancellation)
    {
        private readonly IReadOnlyList<ResultRow>?[] _rows = [.. pipeline.Cells.Select(cell => options.Store?.Find(cell))];
        private IReadOnlyList<Cell> _cells = [];
        private SharedData _data = null!;
        private readonly CellRunner _runner = new(pipeline);
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        private ExceptionDispatchInfo? _failure;
        private int _next = -1, _done;

        public IReadOnlyList<ResultRow>[] Run()
        {
            _cells = [.. pipeline.Cells.Where(cell => _rows[cell.Index] is null)];
            _data = new SharedData(pipeline, _cells);
            _done = _rows.Length - _cells.Count;
            using (_stop)
            {
                int count = Math.Min(options.Threads, _cells.Count);
                Thread[] threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Work) { IsBackground = true, Name = $"cells {i}" })];
                Array.ForEach(threads, thread => thread.Start());
                Array.ForEach(threads, thread => thread.Join());
                _failure?.Throw();
                cancellation.ThrowIfCancellationRequested();
                return _rows!;
            }
        }

        private void Work()
        {
            try
            {
                // Cells side by side use the processors better than operators that are split over them, and sums keep their order.
                torch.set_num_threads(1);
                while (!_stop.IsCancellationRequested && Interlocked.Increment(ref _next) is var index && index < _cells.Count)
                {
                    RunCell(_cells[index]);
                }
            }
            catch (Exception e)
            {
                // The first failure is the one to report: it stops the others.
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
                _stop.Cancel();
            }
        }

        private void RunCell(Cell cell)
        {
            Report(cell, "starts");
            IReadOnlyList<ResultRow> rows = _runner.Run(cell, _data.Take(cell), message => Report(cell, message), _stop.Token);
            _data.Release(cell);
            options.Store?.Add(cell, rows);
            _rows[cell.Index] = rows;
            Interlocked.Increment(ref _done);
            Report(cell, "");
        }

        private void Report(Cell cell, string message) =>
            options.Progress?.Report(new RunProgress(Volatile.Read(ref _done), _rows.Length, cell.Key, message) { CellsKept = _rows.Length - _cells.Count });
    }
}
