namespace Microsoft.ML.Runtime;

public sealed class ComponentCatalog
{
    private readonly Lock _gate = new();
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly Dictionary<string, Type> _factories = [];

    internal ComponentCatalog()
    {
    }

    public void RegisterAssembly(Assembly assembly, bool throwOnError = true)
    {
        Check.Value(assembly, nameof(assembly));
        lock (_gate)
        {
            if (!_assemblies.Add(assembly))
                return;
            foreach (var type in TypesOf(assembly))
            {
                foreach (var attribute in type.GetCustomAttributes<ExtensionBaseAttribute>(inherit: false))
                {
                    if (_factories.TryAdd(attribute.ContractName, type) || !throwOnError)
                        continue;
                    _assemblies.Remove(assembly);
                    throw Check.Except($"The contract name '{attribute.ContractName}' of {type} is already taken by {_factories[attribute.ContractName]}");
                }
            }
        }
    }

    // An assembly may name others that are not there; the types that do load can still hold contracts.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.Where(type => type is not null);
        }
    }

    /// <summary>The type that was registered under a contract name, or null.</summary>
    internal Type FindContract(string contractName)
    {
        lock (_gate)
            return _factories.GetValueOrDefault(contractName);
    }
}
