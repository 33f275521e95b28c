namespace Microsoft.ML.Runtime;

/// <summary>
/// Says which type reads what was saved under a signature: it has a static method
/// <c>object Load(IHostEnvironment env, ModelLoadContext ctx)</c> of any visibility.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class LoadableComponentAttribute(string signature, Type loaderType) : Attribute
{
    private static readonly Lazy<Dictionary<string, MethodInfo>> Loaders = new(() => typeof(LoadableComponentAttribute).Assembly
        .GetCustomAttributes<LoadableComponentAttribute>()
        .ToDictionary(a => a.Signature, a => a.LoaderType.GetMethod("Load", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(IHostEnvironment), typeof(ModelLoadContext)])));

    public string Signature { get; } = signature;

    public Type LoaderType { get; } = loaderType;

    public static object Load(string signature, IHostEnvironment env, ModelLoadContext ctx)
    {
        Check.Decode(Loaders.Value.TryGetValue(signature, out var load), $"Unknown component '{signature}' in the model");
        try
        {
            return load.Invoke(null, [env, ctx]);
        }
        catch (TargetInvocationException e) when (e.InnerException is FormatException or EndOfStreamException)
        {
            throw new FormatException(e.InnerException.Message, e.InnerException);
        }
    }
}
