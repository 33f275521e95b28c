using Geometry.Tasks;

namespace Geometry.Experiments;

/// <summary>A family of tasks that a pipeline file can name.</summary>
public sealed class TaskDefinition
{
    internal TaskDefinition(
        string name, string description, IReadOnlyList<Parameter> parameters, Func<Arguments, TaskDefaults, GeometryTask> build)
    {
        Build = build;
        Name = name;
        Description = description;
        Parameters = parameters;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets what the task is.</summary>
    public string Description { get; }

    /// <summary>Gets the fields of the task's object <c>parameters</c> in a file.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gets how the task is made, with the seed and the noise that hold where the file gives none.</summary>
    internal Func<Arguments, TaskDefaults, GeometryTask> Build { get; }
}
