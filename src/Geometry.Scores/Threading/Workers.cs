using System.Runtime.ExceptionServices;

namespace Geometry.Scores;

/// <summary>Independent pieces of work spread over threads, each thread with buffers of its own.</summary>
internal static class Workers
{
    /// <summary>Does the pieces 0 to count - 1 in any order; an exception is the same at any number of threads. At the end each thread's buffers are finished.</summary>
    public static void Run<T>(int threads, int count, Func<T> newWork, Action<int, T> body, Action<T>? finish = null)
    {
        if (threads == 1 || count <= 1)
        {
            if (count == 0)
            {
                return;
            }

            var work = newWork();
            for (var i = 0; i < count; i++)
            {
                body(i, work);
            }

            finish?.Invoke(work);
            return;
        }

        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                newWork,
                (i, _, work) =>
                {
                    body(i, work);
                    return work;
                },
                work => finish?.Invoke(work));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
