namespace Geometry.Cli;

/// <summary>Work that is left behind where it does not heed a request to stop, so that the command can still end in order.</summary>
internal static class Stoppable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>Does the work on a thread of its own.</summary>
    /// <param name="work">The work, which should heed the token as well: estimators give control back only now and then.</param>
    /// <param name="cancellation">The request to stop.</param>
    /// <param name="patience">How long to wait for the work after the request; null for 3 seconds.</param>
    /// <returns>What the work gives.</returns>
    /// <exception cref="OperationCanceledException">The request came before the work was done.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation, TimeSpan? patience = null)
    {
        Task<T> task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (WaitHandle.WaitAny([((IAsyncResult)task).AsyncWaitHandle, cancellation.WaitHandle]) == 1 && !((IAsyncResult)task).AsyncWaitHandle.WaitOne(patience ?? s_patience))
        {
            throw new OperationCanceledException(cancellation);
        }

        return task.GetAwaiter().GetResult();
    }
}
