using Geometry.Experiments;
using Geometry.Networks;
using Geometry.Tasks;

namespace Geometry.Cli;

/// <summary>The JSON documents of <c>list</c>. That of the scores is <see cref="ScoreReference.Json"/>.</summary>
internal static class ListDocument
{
    /// <summary>The functions of hidden layers; parameters are as a name without them has them.</summary>
    public static object OfNonlinearities() => Nonlinearity.KnownNames.Select(name => new { Name = name, Nonlinearity.Parse(name.Split('(')[0]).Formula });

    /// <summary>The sources of rows.</summary>
    public static object OfSources() => new
    {
        Datasets = DatasetManifest.KnownNames.Select(DatasetManifest.Find).Select(set => new { set.Name, set.Title, set.Classes }),
        Tasks = Tasks(),
        Sources = Sources(),
    };

    /// <summary>The steps.</summary>
    public static object OfSteps() => StepRegistry.All
        .Select(step => new { step.Name, Origin = step.Origin == StepOrigin.MLNet ? "ML.NET" : "Geometry.MLNet", step.Description, Fields = step.Parameters.Select(FieldOf) });

    /// <summary>All that a pipeline file can hold.</summary>
    public static object OfFiles() => new { File = PipelineReference.Fields.Select(FieldOf), Sources = Sources(), Tasks = Tasks(), Steps = OfSteps() };

    private static object Tasks() => TaskRegistry.All.Select(task => new { task.Name, task.Description, Fields = task.Parameters.Select(FieldOf) });

    private static object Sources() => DataSourceRegistry.All.Select(source => new { source.Name, source.Description, Fields = source.Parameters.Select(FieldOf) });

    private static object FieldOf(Parameter field) => new
    {
        field.Name, field.Type, Required = field.IsRequired, Default = field.IsRequired ? null : field.Default, field.Description, Fields = field.Fields.Select(FieldOf),
    };
}
