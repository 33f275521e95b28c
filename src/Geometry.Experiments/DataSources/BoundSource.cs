namespace Geometry.Experiments;

/// <summary>A data source with the values of its parameters.</summary>
/// <param name="Definition">The source.</param>
/// <param name="Arguments">The values.</param>
internal sealed record BoundSource(DataSourceDefinition Definition, Arguments Arguments)
{
    /// <summary>Gets a text that is equal for cells that read the same rows.</summary>
    public string Identity => Arguments.Identity;
}
