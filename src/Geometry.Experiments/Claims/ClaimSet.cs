namespace Geometry.Experiments;

/// <summary>The claims of a paper, out of a file beside the pipelines.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The paper.</param>
/// <param name="Confidence">The confidence of the intervals, such as 0.95.</param>
/// <param name="Claims">The claims.</param>
public sealed record ClaimSet(string Name, string Title, double Confidence, IReadOnlyList<Claim> Claims)
{
    /// <summary>Reads and checks a file of claims.</summary>
    /// <param name="file">The path.</param>
    /// <returns>The claims; paths of pipelines are absolute.</returns>
    /// <exception cref="PipelineFileException">The file has problems; all are listed, each with its place.</exception>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static ClaimSet Load(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        try
        {
            return new ClaimReader(file).Read(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot read the file of claims '{file}': {UserErrors.Text(e)}", e);
        }
    }

    /// <summary>Gives the claims of one figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>These claims only.</returns>
    /// <exception cref="BadInputException">There is no such figure.</exception>
    public ClaimSet OfFigure(string figure)
    {
        string[] known = [.. Claims.Select(claim => claim.Figure).Distinct()];
        return known.Contains(figure, StringComparer.OrdinalIgnoreCase)
            ? this with { Claims = [.. Claims.Where(claim => string.Equals(claim.Figure, figure, StringComparison.OrdinalIgnoreCase))] }
            : throw new BadInputException($"no claim is about figure '{figure}'{Suggestion.For(figure, known)}");
    }
}
