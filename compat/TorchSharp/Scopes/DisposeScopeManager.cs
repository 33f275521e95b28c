namespace TorchSharp;

/// <summary>The dispose scopes of a thread, the innermost on top.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? current;

    internal static DisposeScopeManager OfThread => current ??= new();

    public static ThreadDisposeScopeStatistics Statistics => OfThread.statistics;

    internal readonly ThreadDisposeScopeStatistics statistics = new();
    private readonly Stack<DisposeScope> scopes = new();

    internal DisposeScope? Innermost { get; private set; }

    internal DisposeScope Open()
    {
        var scope = new DisposeScope(this, Innermost);
        scopes.Push(scope);
        return Innermost = scope;
    }

    internal void Close(DisposeScope scope)
    {
        // Scopes closed out of order: whatever is above stays open, only this one leaves.
        if (scopes.Count > 0 && scopes.Peek() == scope) scopes.Pop();
        else
        {
            DisposeScope[] kept = [.. scopes.Where(s => s != scope).Reverse()];
            scopes.Clear();
            foreach (DisposeScope s in kept)
            {
                if (s.Outer == scope) s.Outer = scope.Outer;
                scopes.Push(s);
            }
        }
        Innermost = scopes.Count > 0 ? scopes.Peek() : null;
    }

    /// <summary>Puts a new tensor into the innermost scope of the thread, and says which that is.</summary>
    internal static DisposeScope? Register(IDisposable disposable)
    {
        DisposeScopeManager manager = OfThread;
        DisposeScope? scope = manager.Innermost;
        if (scope is null) manager.statistics.CreatedOutsideScopeCount++;
        else
        {
            manager.statistics.CreatedInScopeCount++;
            scope.Add(disposable);
        }
        return scope;
    }
}
