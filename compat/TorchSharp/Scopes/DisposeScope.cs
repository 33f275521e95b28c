namespace TorchSharp;

/// <summary>Disposes, when it is disposed itself, every tensor that the thread made meanwhile and nobody moved away.</summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private readonly HashSet<IDisposable> held = new(ReferenceEqualityComparer.Instance);
    private bool closed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer) => (this.manager, Outer) = (manager, outer);

    internal DisposeScope? Outer { get; set; }

    public int DisposablesCount
    {
        get { lock (held) return held.Count; }
    }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get { lock (held) return [.. held]; }
    }

    public bool Contains(IDisposable disposable)
    {
        lock (held) return held.Contains(disposable);
    }

    public void Attach(IDisposable disposable) => MoveTo(this, disposable);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] all = [.. disposables];
        foreach (IDisposable disposable in all) MoveTo(this, disposable);
        return all;
    }

    public void Dispose()
    {
        if (closed) return;
        closed = true;
        DisposeEverything();
        manager.Close(this);
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        IDisposable[] condemned;
        lock (held)
        {
            var kept = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
            condemned = kept.Count == 0 ? [.. held] : [.. held.Where(d => !kept.Contains(d))];
            if (kept.Count == 0) held.Clear();
            else held.IntersectWith(kept);
        }
        foreach (IDisposable disposable in condemned)
        {
            SetOwner(disposable, null);
            manager.statistics.DisposedInScopeCount++;
            if (disposable is torch.Tensor tensor) tensor.Free();
            else disposable.Dispose();
        }
    }

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Forgets an object that its owner has disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        lock (held) held.Remove(disposable);
        SetOwner(disposable, null);
        manager.statistics.DisposedInScopeCount++;
    }

    internal void Add(IDisposable disposable)
    {
        lock (held) held.Add(disposable);
    }

    private static void SetOwner(IDisposable disposable, DisposeScope? scope)
    {
        if (disposable is torch.Tensor tensor) tensor.OwningScope = scope;
    }
}
