using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// An operator of libtorch by the name and overload of its schema, such as "add.Tensor". Looked up at the first call. Arguments are given
/// in the schema's order; missing trailing ones take the schema's defaults, and a number stands for a list of it where a list is asked for.
/// </summary>
internal sealed unsafe class Operator(string name)
{
    private const int FewResults = 4;
    private const int FewWords = 64;
    private nint handle;

    /// <summary>An operator that returns one tensor.</summary>
    internal torch.Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Tensor;
    }

    /// <summary>An operator that changes its first argument in place, which is given back.</summary>
    internal torch.Tensor InPlace(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        Shim.Release((nint)result.Value);
        return (torch.Tensor)args[0].Owner!;
    }

    /// <summary>An operator that writes its result into its last argument, which is given back.</summary>
    internal torch.Tensor InPlaceLast(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        Shim.Release((nint)result.Value);
        return (torch.Tensor)args[^1].Owner!;
    }

    /// <summary>An operator that returns two tensors.</summary>
    internal (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        Result* results = stackalloc Result[2];
        Invoke(args, results, 2);
        return (results[0].Tensor, results[1].Tensor);
    }

    /// <summary>An operator that returns three tensors.</summary>
    internal (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        Result* results = stackalloc Result[3];
        Invoke(args, results, 3);
        return (results[0].Tensor, results[1].Tensor, results[2].Tensor);
    }

    /// <summary>An operator that returns four tensors.</summary>
    internal (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(params ReadOnlySpan<Arg> args)
    {
        Result* results = stackalloc Result[4];
        Invoke(args, results, 4);
        return (results[0].Tensor, results[1].Tensor, results[2].Tensor, results[3].Tensor);
    }

    /// <summary>An operator that returns a list of tensors.</summary>
    internal torch.Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Result* few = stackalloc Result[FewResults];
        int count = Invoke(args, few, FewResults);
        var all = new Result[count];
        if (count <= FewResults) new Span<Result>(few, count).CopyTo(all);
        else fixed (Result* p = all) Shim.More(p);
        return Array.ConvertAll(all, r => r.Tensor);
    }

    /// <summary>An operator that returns a number or a truth value.</summary>
    internal Scalar Number(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Scalar;
    }

    /// <summary>An operator that returns a truth value.</summary>
    internal bool Test(params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(args, &result, 1);
        return result.Value != 0;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Arg> args, Result* results, int capacity)
    {
        if (handle == 0) Find();
        int words = 0;
        foreach (ref readonly Arg arg in args) words += arg.Words;
        NativeArg* native = stackalloc NativeArg[args.Length];
        if (words <= FewWords)
        {
            long* space = stackalloc long[FewWords];
            return Invoke(args, native, space, results, capacity);
        }
        fixed (long* space = new long[words]) return Invoke(args, native, space, results, capacity);
    }

    private int Invoke(ReadOnlySpan<Arg> args, NativeArg* native, long* space, Result* results, int capacity)
    {
        for (int i = 0; i < args.Length; i++)
        {
            ref readonly Arg arg = ref args[i];
            native[i] = new NativeArg { Kind = (int)arg.Kind, Length = arg.Length, Value = arg.Value, Imaginary = arg.Imaginary };
            if (arg.Words == 0) continue;
            native[i].Value = (nint)space;
            Copy(arg, space);
            space += arg.Words;
        }
        int count = Shim.Call(handle, native, args.Length, results, capacity);
        if (count < 0) throw Shim.Failure();
        foreach (ref readonly Arg arg in args) GC.KeepAlive(arg.Owner);
        return count;
    }

    private static void Copy(in Arg arg, long* to)
    {
        switch (arg.Owner)
        {
            case long[] values: values.CopyTo(new Span<long>(to, values.Length)); break;
            case double[] values: values.CopyTo(new Span<double>(to, values.Length)); break;
            case bool[] values: for (int i = 0; i < values.Length; i++) to[i] = values[i] ? 1 : 0; break;
            case string text: System.Text.Encoding.UTF8.GetBytes(text, new Span<byte>(to, arg.Length)); break;
            case torch.Tensor?[] tensors: for (int i = 0; i < tensors.Length; i++) to[i] = tensors[i]?.Handle ?? 0; break;
        }
    }

    private void Find()
    {
        int dot = name.IndexOf('.');
        nint found = Shim.Operator("aten::" + (dot < 0 ? name : name[..dot]), dot < 0 ? "" : name[(dot + 1)..]);
        if (found == 0) throw Shim.Failure();
        handle = found;
    }
}
