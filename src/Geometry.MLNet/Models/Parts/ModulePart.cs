using Geometry.Networks;
using Microsoft.ML;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>Modules of the user's own in model files: their weights, how they are run, and the name by which whoever loads the file makes them again.</summary>
internal sealed class ModulePart : PartFormat<ModuleTransformer>
{
    private const int Newest = 1, MaximumInputs = 1 << 24, MaximumBatch = 1 << 20;
    private const string WeightsFile = "weights.safetensors";

    private sealed record Saved(
        int Version, string Name, string Input, IReadOnlyList<int> InputShape, IReadOnlyList<ModuleOutput> Columns, int BatchSize, SavedNonlinearity? Nonlinearity,
        IReadOnlyList<string> Replaced);

    private sealed record SavedNonlinearity(string Text, bool IsNamed);

    public override string Kind => "module";

    public override ITransformer Read(PartReader reader)
    {
        Saved saved = reader.Describe<Saved>(Newest);
        if (saved.BatchSize is < 1 or > MaximumBatch || saved.Columns.Count == 0 || saved.InputShape.Count == 0 || saved.InputShape.Any(size => size < 1)
            || saved.InputShape.Aggregate(1L, (product, size) => Math.Min(product * size, int.MaxValue)) > MaximumInputs)
        {
            throw new FormatException($"its batches of {saved.BatchSize} rows of [{string.Join(", ", saved.InputShape)}] are out of range");
        }

        SafetensorsFile weights = reader.Network(WeightsFile, (stream, _) => SafetensorsFile.Read(stream));
        Nonlinearity? nonlinearity = saved.Nonlinearity is { } used ? Nonlinearity.Restore(used.Text, used.IsNamed, reader.Options.Nonlinearities) : null;
        nn.Module<Tensor, Tensor> module = Make(saved.Name, reader.Options);
        ModuleWeights.Load(module, weights);
        try
        {
            return ModuleTransformer.Of(new ModuleSettings(
                module, saved.Name, saved.Input, saved.InputShape, saved.Columns, saved.BatchSize, nonlinearity, saved.Replaced));
        }
        catch (Exception exception)
        {
            // A module of the user's is run, whose errors may be anything.
            throw new InvalidDataException(
                $"The module '{saved.Name}' cannot be run as the file says, on rows of [{string.Join(", ", saved.InputShape)}]: {exception.Message}", exception);
        }
    }

    protected override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(ModuleTransformer transformer) =>
        ([transformer.InputColumnName], transformer.OutputColumnNames);

    protected override void Write(ModuleTransformer transformer, PartWriter writer)
    {
        ModuleSettings settings = transformer.Settings;
        writer.Describe(new Saved(
            Newest, settings.Name, settings.InputColumnName, settings.InputShape, settings.Outputs, settings.BatchSize,
            settings.Nonlinearity is { } used ? new SavedNonlinearity(used.Text, used.IsNamed) : null, settings.Replaced));
        writer.Add(WeightsFile, stream => ModuleWeights.Save(settings.Module, stream));
    }

    private static nn.Module<Tensor, Tensor> Make(string name, ModelLoadOptions options)
    {
        if (!options.Modules.TryGetValue(name, out Func<nn.Module<Tensor, Tensor>>? make))
        {
            throw new InvalidOperationException(
                $"The model uses a module '{name}', of which a file holds the weights but not the code. Pass ModelLoadOptions with Modules = {{ [\"{name}\"] = () => ... }} "
                + "to Load, which makes a module of the same architecture.");
        }

        try
        {
            return make() ?? throw new InvalidOperationException("It gave null.");
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"ModelLoadOptions.Modules[\"{name}\"] failed to make the module. {exception.Message}", exception);
        }
    }
}
