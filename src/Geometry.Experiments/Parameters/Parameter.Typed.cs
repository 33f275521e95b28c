namespace Geometry.Experiments;

/// <summary>Turns a JSON value into a setting; false, with a problem added, if it is not one.</summary>
internal delegate bool ValueReader<T>(JsonValue json, ProblemList problems, out T value);

/// <summary>A parameter whose values are of type <typeparamref name="T"/>.</summary>
internal sealed class Parameter<T> : Parameter
{
    private readonly ValueReader<T> _reader;

    /// <summary>Makes a required parameter; <see cref="Or"/> makes it optional.</summary>
    public Parameter(string name, string type, string description, ValueReader<T> reader, IReadOnlyList<Parameter>? fields = null)
        : base(name, type, description)
    {
        _reader = reader;
        IsRequired = true;
        Fields = fields ?? [];
    }

    private Parameter(Parameter<T> other, bool required, T value, string text, ParameterRole role, Parameter? fallback)
        : this(other.Name, other.Type, other.Description, other._reader, other.Fields)
    {
        IsRequired = required;
        DefaultValue = value;
        Default = text;
        Role = role;
        Fallback = fallback;
    }

    /// <summary>Gets the value that is taken where the field is absent.</summary>
    public T DefaultValue { get; } = default!;

    /// <summary>Makes the parameter optional.</summary>
    public Parameter<T> Or(T value, string text) => new(this, false, value, text, Role, Fallback);

    /// <summary>Says that the value names columns that must exist; where it is absent, those of <paramref name="fallback"/>.</summary>
    public Parameter<T> ReadsColumn(Parameter? fallback = null) => new(this, IsRequired, DefaultValue, Default, ParameterRole.InputColumn, fallback);

    /// <summary>Says that the value names a column that the step makes.</summary>
    public Parameter<T> MakesColumn() => new(this, IsRequired, DefaultValue, Default, ParameterRole.OutputColumn, null);

    /// <inheritdoc/>
    internal override bool TryRead(JsonValue json, ProblemList problems, out object? value)
    {
        bool read = _reader(json, problems, out T typed);
        value = typed;
        return read;
    }
}
