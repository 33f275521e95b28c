using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp;

/// <summary>The entry points of native/shim.cpp.</summary>
internal static unsafe partial class Shim
{
    private const string Library = "torchsharp_shim";

    [LibraryImport(Library, EntryPoint = "ts_version")] internal static partial byte* Version();
    [LibraryImport(Library, EntryPoint = "ts_error")] internal static partial byte* Error();
    [LibraryImport(Library, EntryPoint = "ts_operator", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint Operator(string name, string overload);
    [LibraryImport(Library, EntryPoint = "ts_call")] internal static partial int Call(nint op, NativeArg* args, int count, Result* results, int capacity);
    [LibraryImport(Library, EntryPoint = "ts_more")] internal static partial void More(Result* results);
    [LibraryImport(Library, EntryPoint = "ts_release")] internal static partial void Release(nint tensor);
    [LibraryImport(Library, EntryPoint = "ts_meta"), SuppressGCTransition] internal static partial int Meta(nint tensor, Meta* meta);
    [LibraryImport(Library, EntryPoint = "ts_data")] internal static partial void* Data(nint tensor);
    [LibraryImport(Library, EntryPoint = "ts_names")] internal static partial byte* Names(nint tensor);
    [LibraryImport(Library, EntryPoint = "ts_from_memory")] internal static partial nint FromMemory(void* data, long* sizes, int rank, int dtype);
    [LibraryImport(Library, EntryPoint = "ts_over_memory")]
    internal static partial nint OverMemory(void* data, long* sizes, int rank, int dtype, delegate* unmanaged<nint, void> release, nint context);
    [LibraryImport(Library, EntryPoint = "ts_save", StringMarshalling = StringMarshalling.Utf8)] internal static partial int Save(nint tensor, string path);
    [LibraryImport(Library, EntryPoint = "ts_load", StringMarshalling = StringMarshalling.Utf8)] internal static partial nint Load(string path);
    [LibraryImport(Library, EntryPoint = "ts_set_requires_grad")] internal static partial int SetRequiresGrad(nint tensor, int value);
    [LibraryImport(Library, EntryPoint = "ts_retain_grad")] internal static partial int RetainGrad(nint tensor);
    [LibraryImport(Library, EntryPoint = "ts_grad")] internal static partial int Grad(nint tensor, nint* gradient);
    [LibraryImport(Library, EntryPoint = "ts_set_grad")] internal static partial int SetGrad(nint tensor, nint gradient);
    [LibraryImport(Library, EntryPoint = "ts_set_data")] internal static partial int SetData(nint tensor, nint source);
    [LibraryImport(Library, EntryPoint = "ts_detach_")] internal static partial int DetachInPlace(nint tensor);
    [LibraryImport(Library, EntryPoint = "ts_backward")]
    internal static partial int Backward(nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [LibraryImport(Library, EntryPoint = "ts_autograd_grad")]
    internal static partial int AutogradGrad(nint* outputs, int count, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph, int allowUnused, nint* results);
    [LibraryImport(Library, EntryPoint = "ts_grad_enabled")] internal static partial int GradEnabled();
    [LibraryImport(Library, EntryPoint = "ts_set_grad_enabled")] internal static partial void SetGradEnabled(int enabled);
    [LibraryImport(Library, EntryPoint = "ts_inference_enabled")] internal static partial int InferenceEnabled();
    [LibraryImport(Library, EntryPoint = "ts_inference_enter")] internal static partial nint InferenceEnter(int enabled);
    [LibraryImport(Library, EntryPoint = "ts_inference_leave")] internal static partial void InferenceLeave(nint guard);
    [LibraryImport(Library, EntryPoint = "ts_anomaly")] internal static partial int Anomaly(int* checkNaN);
    [LibraryImport(Library, EntryPoint = "ts_set_anomaly")] internal static partial void SetAnomaly(int enabled, int checkNaN);
    [LibraryImport(Library, EntryPoint = "ts_generator_new")] internal static partial nint GeneratorNew(ulong seed);
    [LibraryImport(Library, EntryPoint = "ts_generator_default")] internal static partial nint GeneratorDefault();
    [LibraryImport(Library, EntryPoint = "ts_generator_release")] internal static partial void GeneratorRelease(nint generator);
    [LibraryImport(Library, EntryPoint = "ts_generator_set_seed")] internal static partial void GeneratorSetSeed(nint generator, ulong seed);
    [LibraryImport(Library, EntryPoint = "ts_generator_initial_seed")] internal static partial ulong GeneratorInitialSeed(nint generator);
    [LibraryImport(Library, EntryPoint = "ts_generator_seed")] internal static partial ulong GeneratorSeed(nint generator);
    [LibraryImport(Library, EntryPoint = "ts_generator_state")] internal static partial nint GeneratorState(nint generator);
    [LibraryImport(Library, EntryPoint = "ts_generator_set_state")] internal static partial int GeneratorSetState(nint generator, nint state);
    [LibraryImport(Library, EntryPoint = "ts_set_num_threads")] internal static partial int SetNumThreads(int count);
    [LibraryImport(Library, EntryPoint = "ts_get_num_threads")] internal static partial int GetNumThreads();
    [LibraryImport(Library, EntryPoint = "ts_set_num_interop_threads")] internal static partial int SetNumInteropThreads(int count);
    [LibraryImport(Library, EntryPoint = "ts_get_num_interop_threads")] internal static partial int GetNumInteropThreads();

    internal static ExternalException Failure() => new(Marshal.PtrToStringUTF8((nint)Error()));

    /// <summary>Throws what libtorch complained about when <paramref name="status"/> is negative.</summary>
    internal static void Check(int status)
    {
        if (status < 0) throw Failure();
    }

    /// <summary>Throws what libtorch complained about when it gave no tensor.</summary>
    internal static torch.Tensor Check(nint tensor) => tensor == 0 ? throw Failure() : new torch.Tensor(tensor);
}

/// <summary>What a tensor is, read at one go; the pointers live as long as the tensor keeps its shape.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Meta
{
    internal long* Sizes, Strides;
    internal long Offset, Count;
    internal int Rank, Dtype, Device, DeviceIndex, Layout, RequiresGrad, IsLeaf, HasStorage;
}
