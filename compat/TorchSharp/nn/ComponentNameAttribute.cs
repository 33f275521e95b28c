namespace TorchSharp.Utils;

/// <summary>Gives a field of a module another name in <c>named_parameters</c>, <c>state_dict</c> and files than the field's own.</summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
