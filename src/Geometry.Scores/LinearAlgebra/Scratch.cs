namespace Geometry.Scores;

/// <summary>
/// Large arrays of exact length that are used again by the same thread: the draws of a null need the same ones hundreds of times, and taking
/// them from the heap would cost more than the arithmetic. What is not returned is garbage as usual.
/// </summary>
internal static class Scratch
{
    /// <summary>Shorter arrays are cheap.</summary>
    private const int LeastLength = 4096;

    /// <summary>The most that a thread keeps.</summary>
    private const long MostBytes = 16L << 20;

    [ThreadStatic]
    private static Dictionary<int, Stack<double[]>>? t_kept;

    [ThreadStatic]
    private static long t_bytes;

    /// <summary>An array of zeros.</summary>
    public static double[] Rent(int length)
    {
        if (length < LeastLength || t_kept is null || !t_kept.TryGetValue(length, out var stack) || !stack.TryPop(out var array))
        {
            return new double[length];
        }

        t_bytes -= 8L * length;
        array.AsSpan().Clear();
        return array;
    }

    /// <summary>Gives back an array that nobody reads any more.</summary>
    public static void Return(double[] array)
    {
        if (array.Length < LeastLength || t_bytes + 8L * array.Length > MostBytes)
        {
            return;
        }

        t_kept ??= [];
        if (!t_kept.TryGetValue(array.Length, out var stack))
        {
            // Lengths that are not used any more give way.
            if (t_kept.Count >= 16)
            {
                (t_kept, t_bytes) = ([], 0);
            }

            t_kept.Add(array.Length, stack = new Stack<double[]>());
        }

        t_bytes += 8L * array.Length;
        stack.Push(array);
    }
}
