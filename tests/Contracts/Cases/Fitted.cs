using System.Collections.Concurrent;
using Microsoft.ML;

namespace Contracts.Cases;

/// <summary>A case with its estimator fitted; fitted once for all tests.</summary>
internal sealed class Fitted
{
    private static readonly ConcurrentDictionary<string, Lazy<Fitted>> All = new();

    private Fitted(ContractCase contract)
    {
        Case = contract;
        Context = new MLContext(seed: 1);
        Data = ContractData.View(Context);
        Estimator = contract.Create(Context);
        Transformer = Estimator.Fit(Data);
    }

    public ContractCase Case { get; }

    public MLContext Context { get; }

    public IDataView Data { get; }

    public IEstimator<ITransformer> Estimator { get; }

    public ITransformer Transformer { get; }

    /// <summary>The training data with the transformer's columns.</summary>
    public IDataView Output => Transformer.Transform(Data);

    public static Fitted Of(string name) => All.GetOrAdd(name, key => new Lazy<Fitted>(() => new Fitted(ContractCases.Get(key)))).Value;
}
