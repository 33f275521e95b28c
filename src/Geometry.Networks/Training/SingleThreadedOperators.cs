using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// Runs tensor work on a managed thread of its own whose operators use one thread each. The order of every sum is then fixed, so the same
/// work gives the same bits whatever number of threads libtorch is set to, and several such calls at once use several cores.
/// </summary>
/// <remarks>
/// The number of threads that libtorch was set to is back once no call is running any more. The caller's dispose scopes and
/// <c>no_grad</c> do not reach the work.
/// </remarks>
public static class SingleThreadedOperators
{
    private static readonly Lock s_gate = new();
    private static int s_running, s_threadsBefore;

    /// <summary>Runs work and waits for it.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work. Its exceptions reach the caller as they are.</param>
    /// <returns>What the work gave.</returns>
    public static T Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        T result = default!;
        Run(1, _ => result = work());
        return result;
    }

    /// <summary>Runs work on several threads at once and waits for all.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="work">The work; is given the number of the thread, from 0. Of several exceptions that of the first thread reaches the caller.</param>
    internal static void Run(int threads, Action<int> work)
    {
        ExceptionDispatchInfo?[] failures = new ExceptionDispatchInfo?[threads];
        Thread[] started = [.. Enumerable.Range(0, threads).Select(number => new Thread(() => failures[number] = RunHere(work, number))
        {
            IsBackground = true,
            Name = nameof(SingleThreadedOperators),
        })];
        foreach (Thread thread in started)
        {
            thread.Start();
        }

        foreach (Thread thread in started)
        {
            thread.Join();
        }

        Array.Find(failures, failure => failure is not null)?.Throw();
    }

    private static ExceptionDispatchInfo? RunHere(Action<int> work, int number)
    {
        try
        {
            Enter();
            try
            {
                work(number);
            }
            finally
            {
                Leave();
            }

            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    private static void Enter()
    {
        lock (s_gate)
        {
            if (s_running++ == 0)
            {
                s_threadsBefore = get_num_threads();
            }

            // Partly a setting of the thread and partly one of the process, so every thread makes it.
            set_num_threads(1);
        }
    }

    private static void Leave()
    {
        lock (s_gate)
        {
            if (--s_running == 0)
            {
                set_num_threads(s_threadsBefore);
            }
        }
    }
}
