namespace Geometry.Experiments;

/// <summary>One named, typed and documented setting of a pipeline step, a data source or a task.</summary>
public abstract class Parameter
{
    private protected Parameter(string name, string type, string description)
    {
        Name = name;
        Type = type;
        Description = description;
    }

    /// <summary>Gets the name of the field in the pipeline file.</summary>
    public string Name { get; }

    /// <summary>Gets what the field may hold, in words, such as <c>whole number of at least 1</c>.</summary>
    public string Type { get; }

    /// <summary>Gets what the setting does.</summary>
    public string Description { get; }

    /// <summary>Gets whether the field must be there.</summary>
    public bool IsRequired { get; private protected init; }

    /// <summary>Gets the value that is taken where the field is absent, in words; empty for required fields.</summary>
    public string Default { get; private protected init; } = "";

    /// <summary>Gets what the value means to the columns of the data.</summary>
    public ParameterRole Role { get; private protected init; }

    /// <summary>Gets the fields of a setting that is an object; else empty.</summary>
    public IReadOnlyList<Parameter> Fields { get; private protected init; } = [];

    /// <summary>Gets the parameter whose column is read where this one is absent, or null.</summary>
    internal Parameter? Fallback { get; private protected init; }

    /// <summary>Reads a value; false, with a problem added, if it is not of the type.</summary>
    internal abstract bool TryRead(JsonValue json, ProblemList problems, out object? value);
}
