namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads an operator may use; holds for every managed thread from its next operator on.</summary>
    public static void set_num_threads(int num) => Shim.Check(Shim.SetNumThreads(num));

    public static int get_num_threads() => Shim.GetNumThreads();

    public static void set_num_interop_threads(int num) => Shim.Check(Shim.SetNumInteropThreads(num));

    public static int get_num_interop_threads() => Shim.GetNumInteropThreads();
}
