namespace Geometry.Experiments;

/// <summary>A pipeline file has problems; all of them are listed.</summary>
public sealed class PipelineFileException : BadInputException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">The problems, at least one.</param>
    public PipelineFileException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems ?? throw new ArgumentNullException(nameof(problems)))) => Problems = problems;

    /// <summary>Gets the problems in the order of their places.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
