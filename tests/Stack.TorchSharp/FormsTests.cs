using System.Reflection;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

/// <summary>An operation exists as a method, as a function of torch, and often in place: all forms must agree.</summary>
[Collection(ProcessWideState.Name)]
public class FormsTests
{
    // Those that need a device or a library that is not there, take files, or make what no other call can repeat.
    private static readonly HashSet<string> Excluded =
    [
        "cuda", "mps", "pin_memory", "load", "save", "backward", "empty", "empty_like", "new_empty", "rename_", "rename", "alias", "type", "Load", "set_",
        "istft", "stft", "DetatchFromDisposeScope", "DetachFromDisposeScope", "MoveToOuterDisposeScope", "resize_", "print", "str", "jlstr",
    ];

    private static object? Argument(ParameterInfo p, Tensor other) => p.HasDefaultValue && p.DefaultValue is null ? null
        : p.HasDefaultValue ? p.DefaultValue
        : p.ParameterType == typeof(Tensor) ? other
        : p.ParameterType == typeof(global::TorchSharp.Scalar) ? (global::TorchSharp.Scalar)2
        : p.ParameterType == typeof(long) ? (p.Name is "dim0" or "start" or "offset" ? 0L : 1L)
        : p.ParameterType == typeof(int) ? 1
        : p.ParameterType == typeof(float) ? 1f
        : p.ParameterType == typeof(double) ? 0.5
        : p.ParameterType == typeof(bool) ? false
        : p.ParameterType == typeof(long[]) ? new long[] { 0 }
        : p.ParameterType == typeof(Tensor[]) ? new[] { other }
        : Missing;

    private static readonly object Missing = new();

    private static object?[]? Arguments(IEnumerable<ParameterInfo> parameters, Tensor other)
    {
        object?[] arguments = [.. parameters.Select(p => Argument(p, other))];
        return arguments.Contains(Missing) ? null : arguments;
    }

    private static Tensor Matrix() => tensor(new float[] { 0.9f, 0.2f, 0.1f, 0.2f, 0.8f, 0.3f, 0.1f, 0.3f, 0.7f }, new long[] { 3, 3 });

    private static Tensor Other() => tensor(new float[] { 0.5f, 0.1f, 0.2f, 0.1f, 0.6f, 0.1f, 0.2f, 0.1f, 0.9f }, new long[] { 3, 3 });

    private static IEnumerable<MethodInfo> Methods() => typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName && !m.IsGenericMethod && !Excluded.Contains(m.Name) && m.ReturnType == typeof(Tensor));

    /// <summary>The result, or libtorch's complaint.</summary>
    private static (Tensor? Result, string? Complaint) Run(MethodInfo method, object? target, object?[] arguments)
    {
        manual_seed(7);
        try
        {
            return ((Tensor)method.Invoke(target, arguments)!, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is ExternalException inner)
        {
            return (null, inner.Message);
        }
    }

    private static bool Same(Tensor a, Tensor b) => a.shape.SequenceEqual(b.shape) && a.dtype == b.dtype && a.allclose(b, equal_nan: true);

    [Fact]
    public void InPlaceFormsAgreeWithTheOthers()
    {
        int compared = 0;
        foreach (MethodInfo inPlace in Methods().Where(m => m.Name.EndsWith('_')))
        {
            using var scope = NewDisposeScope();
            Type[] types = [.. inPlace.GetParameters().Select(p => p.ParameterType)];
            MethodInfo? pure = typeof(Tensor).GetMethod(inPlace.Name[..^1], types);
            if (pure is null || pure.ReturnType != typeof(Tensor) || Arguments(inPlace.GetParameters(), Other()) is not { } arguments) continue;
            Tensor changed = Matrix();
            (Tensor? expected, string? complaint) = Run(pure, Matrix(), arguments);
            (Tensor? result, _) = Run(inPlace, changed, arguments);
            if (expected is null || result is null || expected.dtype != changed.dtype || !expected.shape.SequenceEqual(changed.shape)) continue;
            Same(changed, expected).ShouldBeTrue(inPlace.ToString());
            compared++;
        }
        compared.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void FunctionsOfTorchAgreeWithMethods()
    {
        int compared = 0;
        foreach (MethodInfo method in Methods())
        {
            using var scope = NewDisposeScope();
            ParameterInfo[] parameters = method.GetParameters();
            MethodInfo? function = typeof(global::TorchSharp.torch).GetMethod(method.Name, [typeof(Tensor), .. parameters.Select(p => p.ParameterType)]);
            if (function is null || function.ReturnType != typeof(Tensor) || Arguments(parameters, Other()) is not { } arguments) continue;
            // The function's own defaults may differ from the method's: the same arguments go to both.
            (Tensor? expected, string? complaint) = Run(method, Matrix(), arguments);
            (Tensor? result, string? other) = Run(function, null, [Matrix(), .. arguments]);
            (result is null).ShouldBe(expected is null, $"{function}: {complaint ?? other}");
            if (expected is null || result is null) continue;
            Same(result, expected).ShouldBeTrue(function.ToString());
            compared++;
        }
        compared.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void EveryOperationThatAMethodNamesExists() =>
        Methods().SelectMany(method => Broken(method, Matrix)).ShouldBeEmpty();

    public static TheoryData<Type, int> Holders => new()
    {
        { typeof(global::TorchSharp.torch), 450 },
        { typeof(linalg), 30 },
        { typeof(special), 45 },
    };

    [Theory, MemberData(nameof(Holders))]
    public void EveryOperationThatAFunctionNamesExists(Type holder, int least)
    {
        MethodInfo[] functions = [.. holder.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && !m.IsGenericMethod && !Excluded.Contains(m.Name) && !m.Name.EndsWith("_out", StringComparison.Ordinal)
                && !m.GetParameters().Any(p => p.ParameterType.IsByRef))];
        functions = [.. functions.Where(m => (m.ReturnType == typeof(Tensor) || m.ReturnType == typeof(Tensor[]) || m.ReturnType.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
            && Arguments(m.GetParameters(), Matrix()) is not null)];
        functions.SelectMany(f => Broken(f, () => null)).ShouldBeEmpty();
        functions.Length.ShouldBeGreaterThan(least);
    }

    /// <summary>What libtorch says against the operation itself, not against the arguments that happen to be given here.</summary>
    private static IEnumerable<string> Broken(MethodInfo method, Func<Tensor?> target)
    {
        using var scope = NewDisposeScope();
        if (Arguments(method.GetParameters(), Other()) is not { } arguments) yield break;
        Exception? raised = null;
        try
        {
            manual_seed(7);
            method.Invoke(target(), arguments);
        }
        catch (TargetInvocationException e)
        {
            raised = e.InnerException;
        }
        if (raised is null) yield break;
        string[] faults = ["Could not find schema", "too many arguments", "lacks its argument", "INTERNAL ASSERT", "isn't implemented"];
        if (raised is not (ExternalException or ArgumentException or InvalidOperationException) || faults.Any(raised.Message.Contains))
            yield return $"{method}: {raised.Message}";
    }
}
