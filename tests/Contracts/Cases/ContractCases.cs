namespace Contracts.Cases;

/// <summary>Every estimator under contract, by name.</summary>
public static class ContractCases
{
    private static readonly Dictionary<string, ContractCase> ByName =
        new[] { NetworkCases.All, ConvolutionalCases.All, ModuleCases.All, ScoreCases.All }.SelectMany(cases => cases).ToDictionary(one => one.Name);

    public static TheoryData<string> All => [.. ByName.Keys];

    public static TheoryData<string> Networks => [.. ByName.Values.Where(one => one.IsRowToRow).Select(one => one.Name)];

    public static TheoryData<string> Modules => [.. ByName.Values.Where(one => one.Name.StartsWith("Module")).Select(one => one.Name)];

    public static TheoryData<string> Scores => [.. ByName.Values.Where(one => !one.IsRowToRow).Select(one => one.Name)];

    public static ContractCase Get(string name) => ByName[name];
}
