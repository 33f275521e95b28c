using System.Collections.Concurrent;
using Geometry.Experiments;

namespace Geometry.Claims.Tests;

/// <summary>Decides claims of the repository by quick runs of their pipelines, each of which is run once.</summary>
public sealed class ClaimRun
{
    private readonly ClaimSet _set = ClaimSet.Load(Path.Combine(AppContext.BaseDirectory, "pipelines", "claims", "alleman2024.json"));
    private readonly ConcurrentDictionary<string, ClaimTable> _tables = [];

    /// <summary>Gives the result of a claim.</summary>
    public ClaimResult this[string id]
    {
        get
        {
            Claim claim = _set.Claims.Single(c => c.Id == id);
            return ClaimEvaluation.Decide(claim, _tables.GetOrAdd(claim.Pipeline, Run), _set.Confidence, quick: true);
        }
    }

    private static ClaimTable Run(string file)
    {
        using var writer = new StringWriter();
        ScoresCsv.Write(Experiment.Run(Pipeline.Load(file, quick: true)).Rows, writer);
        return ClaimTable.Parse(writer.ToString());
    }
}
