namespace Geometry.Experiments;

/// <summary>Collects the problems of one file. The same problem, found again in another cell of a sweep, counts once.</summary>
internal sealed class ProblemList(string file)
{
    private readonly HashSet<Problem> _known = [];

    /// <summary>Gets whether there is none.</summary>
    public bool IsEmpty => _known.Count == 0;

    /// <summary>Gets the first problem that was added.</summary>
    public Problem First => _known.First();

    /// <summary>Gets how often a problem was added, known ones included: where it has not changed, nothing was wrong in between.</summary>
    public int Additions { get; private set; }

    /// <summary>Adds a problem.</summary>
    public void Add(Place place, string message)
    {
        Additions++;
        _known.Add(new Problem(file, place, message));
    }

    /// <summary>Throws if there is a problem.</summary>
    /// <exception cref="PipelineFileException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new PipelineFileException([.. _known.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column)]);
        }
    }
}
