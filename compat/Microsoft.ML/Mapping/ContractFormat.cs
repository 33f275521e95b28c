[assembly: LoadableComponent(Microsoft.ML.Transforms.ContractFormat.Signature, typeof(Microsoft.ML.Transforms.ContractFormat))]

namespace Microsoft.ML.Transforms;

/// <summary>A custom mapping is saved as the name of its contract and of the assembly that declares the action.</summary>
internal static class ContractFormat
{
    public const string Signature = "CustomTransformer";

    public static void Save(ModelSaveContext ctx, string contractName, MethodInfo action)
    {
        Check.That(!string.IsNullOrEmpty(contractName), "Empty contract name for a transform: the transform cannot be saved");
        ctx.SetSignature(Signature);
        ctx.Writer.Write(contractName);
        ctx.Writer.Write(action.DeclaringType.Assembly.FullName);
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        string contractName = ctx.Reader.ReadString();
        string assemblyName = ctx.Reader.ReadString();
        if (env.ComponentCatalog.FindContract(contractName) is null)
            env.ComponentCatalog.RegisterAssembly(Assembly.Load(assemblyName));
        var type = env.ComponentCatalog.FindContract(contractName)
            ?? throw Check.Except($"Unable to locate the custom mapping contract '{contractName}'; register the assembly that contains its factory with ComponentCatalog.RegisterAssembly");
        return Activator.CreateInstance(type) is ICustomMappingFactory factory
            ? factory.CreateTransformer(env, contractName)
            : throw Check.Except($"The type {type} of contract '{contractName}' is not a custom mapping factory");
    }
}
