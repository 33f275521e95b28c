using System.Diagnostics;
using System.Runtime.ExceptionServices;
using TorchSharp;

namespace Geometry.Experiments;

/// <summary>
/// Hands the cells out to worker threads, group by group. A thread trains and scores one cell at a time, so that its network stays in the
/// cache of one processor; cells of a group follow one another, so that the group's rows are held no longer than they are needed.
/// </summary>
internal sealed class CellQueue
{
    private readonly RunOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly CellResult?[] _results;
    private readonly int _kept;
    private readonly CellRunner _runner;
    private readonly LinkedList<(CellGroup Group, Queue<Cell> Cells)> _waiting;
    private readonly HashSet<CellGroup> _begun = [];
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private ExceptionDispatchInfo? _failure;
    private int _done;

    public CellQueue(Pipeline pipeline, RunOptions options, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        _results = [.. pipeline.Cells.Select(cell => options.Store?.Find(cell))];
        Cell[] missing = [.. pipeline.Cells.Where(cell => _results[cell.Index] is null)];
        _done = _kept = pipeline.Cells.Count - missing.Length;
        IReadOnlyList<CellGroup> groups = CellGroup.Of(missing);
        _runner = new CellRunner(pipeline, new SharedData(pipeline, groups), options);
        _waiting = new(groups.Select(group => (group, new Queue<Cell>(group.Cells))));
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Runs all cells that the store lacks. Used once.</summary>
    /// <returns>The result of each cell.</returns>
    public IReadOnlyList<CellResult> Run()
    {
        using (_stop)
        {
            int count = Math.Min(_options.Threads, _results.Length - _kept);
            Thread[] threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Work) { IsBackground = true, Name = $"cells {i}" })];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            _failure?.Throw();
            _cancellation.ThrowIfCancellationRequested();
            return _results!;
        }
    }

    private void Work()
    {
        try
        {
            // Cells side by side use the processors better than operators that are split over them, and sums keep their order.
            torch.set_num_threads(1);
            while (!_stop.IsCancellationRequested && Next() is { } next)
            {
                Run(next.Group, next.Cell);
            }
        }
        catch (Exception e)
        {
            // The first failure is the one to report: it stops the others.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            _stop.Cancel();
        }
    }

    // The first cell that need not wait for another thread to fit what its group shares; if there is none, the first of all.
    private (CellGroup Group, Cell Cell)? Next()
    {
        lock (_gate)
        {
            LinkedListNode<(CellGroup Group, Queue<Cell> Cells)>? node = _waiting.First;
            while (node is not null && _begun.Contains(node.Value.Group) && !node.Value.Group.IsFitted)
            {
                node = node.Next;
            }

            node ??= _waiting.First;
            if (node is null)
            {
                return null;
            }

            (CellGroup group, Queue<Cell> cells) = node.Value;
            Cell cell = cells.Dequeue();
            _begun.Add(group);
            if (cells.Count == 0)
            {
                _waiting.Remove(node);
                _begun.Remove(group);
            }

            return (group, cell);
        }
    }

    private void Run(CellGroup group, Cell cell)
    {
        Report(cell, "starts");
        long start = Stopwatch.GetTimestamp();
        CellResult result = _runner.Run(cell, group, message => Report(cell, message), _stop.Token);
        result = result with { Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 6) };
        group.Release();
        _options.Store?.Add(cell, result);
        _results[cell.Index] = result;
        Interlocked.Increment(ref _done);
        Report(cell, "");
    }

    private void Report(Cell cell, string message) =>
        _options.Progress?.Report(new RunProgress(Volatile.Read(ref _done), _results.Length, cell.Key, message) { CellsKept = _kept });
}
