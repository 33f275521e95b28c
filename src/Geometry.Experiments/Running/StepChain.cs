using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Makes chains of estimators of steps.</summary>
internal static class StepChain
{
    /// <summary>Makes the chain of some steps.</summary>
    public static EstimatorChain<ITransformer> Of(IEnumerable<BoundStep> steps, StepContext context)
    {
        var chain = new EstimatorChain<ITransformer>();
        foreach (BoundStep step in steps)
        {
            chain = step.Definition.Build is { } build
                ? build(context, step.Arguments).Aggregate(chain, (current, estimator) => current.Append(estimator, step.Scope))
                : chain.AppendCacheCheckpoint(context.ML);
        }

        return chain;
    }

    /// <summary>Caches rows between two chains if the step at the seam says so, which neither chain does by itself.</summary>
    public static IDataView CacheAt(BoundStep? seam, IDataView view, MLContext ml) => seam is { Definition.Build: null } ? ml.Data.Cache(view) : view;
}
