using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>A source of rows that a pipeline file can name.</summary>
public sealed class DataSourceDefinition
{
    internal DataSourceDefinition(string name, string description, IReadOnlyList<Parameter> parameters, Func<DataRequest, Arguments, DataViews> load)
    {
        Load = load;
        Name = name;
        Description = description;
        Parameters = parameters;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets where the rows come from and which columns they have.</summary>
    public string Description { get; }

    /// <summary>Gets the fields of the source in a file, besides <c>source</c>.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gets how the rows are had.</summary>
    internal Func<DataRequest, Arguments, DataViews> Load { get; }

    /// <summary>Gets how the test rows alone are had, for sources that draw them and read no file.</summary>
    internal Func<DataRequest, Arguments, IDataView>? DrawTest { get; init; }

    /// <summary>Gets how many training rows there will be, for sources that draw them.</summary>
    internal Func<Arguments, int>? TrainingRows { get; init; }

    /// <summary>Gets what is checked before anything is loaded, with the folder from which relative paths count.</summary>
    internal Action<Arguments, string, ProblemList> Check { get; init; } = (_, _, _) => { };

    /// <summary>Gets the files that the rows are read from, with the folder from which relative paths count; data sets, whose files are checked against known sums, name none.</summary>
    internal Func<Arguments, string, IEnumerable<string>> Files { get; init; } = (_, _) => [];
}
