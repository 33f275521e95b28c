using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The transformers of a chain and when each is used.</summary>
internal static class ScopedLinks
{
    private static readonly TransformerScope[] s_single = [TransformerScope.Training, TransformerScope.Testing, TransformerScope.Scoring];

    /// <summary>Takes a chain apart; null for a transformer that is none.</summary>
    /// <exception cref="NotSupportedException">A transformer stands in the chain several times, so that it cannot be told which is used when.</exception>
    public static IReadOnlyList<(ITransformer Transformer, TransformerScope Scope)>? Of(ITransformer model)
    {
        Type type = model.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(TransformerChain<>))
        {
            return null;
        }

        ITransformer[] all = [.. (IEnumerable<ITransformer>)model];
        var scopes = new TransformerScope[all.Length];
        var modelFor = type.GetMethod(nameof(TransformerChain<ITransformer>.GetModelFor))!.CreateDelegate<Func<TransformerScope, TransformerChain<ITransformer>>>(model);

        // A chain does not tell its scopes; what it leaves out for each of them does.
        foreach (TransformerScope scope in s_single)
        {
            int next = 0;
            foreach (ITransformer used in modelFor(scope))
            {
                next = Array.FindIndex(all, next, one => ReferenceEquals(one, used));
                scopes[next++] |= scope;
            }
        }

        foreach (TransformerScope scope in s_single.SelectMany(_ => s_single, (one, other) => one | other))
        {
            if (!modelFor(scope).SequenceEqual(all.Where((_, link) => (scopes[link] & scope) != TransformerScope.None), ReferenceEqualityComparer.Instance))
            {
                throw new NotSupportedException("A transformer stands in the chain several times with different scopes, so that it cannot be told which is used when. Fit it once for each.");
            }
        }

        return [.. all.Zip(scopes)];
    }

    /// <summary>The name of a scope in a manifest.</summary>
    public static string NameOf(TransformerScope scope) => scope.ToString();

    /// <summary>Reads the name of a scope.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TransformerScope Parse(string name) =>
        Enum.TryParse(name, out TransformerScope scope) && (scope & ~TransformerScope.Everything) == 0 && NameOf(scope) == name
            ? scope
            : throw new FormatException($"'{name}' is no scope.");
}
