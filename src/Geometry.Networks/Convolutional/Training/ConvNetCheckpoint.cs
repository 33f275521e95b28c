using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>The state of a training in a folder, replaced as a whole after each epoch.</summary>
internal sealed class ConvNetCheckpoint
{
    // The tensors are those of the network, those of the best network, and the state of the steps, each numbered in their order.
    private const int FormatVersion = 1;
    private const string FileName = "training.safetensors", Network = "network", Best = "best", Steps = "steps";

    private readonly string _folder, _path;
    private readonly int _epochs;
    private readonly Dictionary<string, string> _settings;

    /// <summary>Says where the state is, and of which training.</summary>
    public ConvNetCheckpoint(string folder, TrainingSet data, ConvNetBlueprint blueprint, ConvNetOptions options)
    {
        (_folder, _path) = (folder, Path.Combine(folder, FileName));
        _epochs = options.Epochs;
        _settings = Describe(data, blueprint, options);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes the state beside the old one and puts it into its place.</summary>
    public void Write(ConvNetProgress state)
    {
        CheckpointHeader header = new(NetworkHeader.Training, FormatVersion, _settings, state.Updates.Steps, state.BestEpoch, [.. state.History]);
        SafetensorsWriter writer = new();
        for (int i = 0; i < state.Arrays.Count; i++)
        {
            writer.Add($"{Network}.{i}", state.Arrays[i]);
            writer.Add($"{Best}.{i}", state.Best[i], state.Best[i].Length);
        }

        foreach ((int i, Tensor values) in state.Updates.State.Index())
        {
            writer.Add($"{Steps}.{i}", values);
        }

        AtomicFile.Write(_path, stream => writer.Write(stream, NetworkHeader.Write(header, CheckpointHeaderContext.Default.CheckpointHeader)));
    }

    /// <summary>Reads the state, where there is one.</summary>
    /// <exception cref="InvalidOperationException">It is that of another training.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public void Read(ConvNetProgress state)
    {
        if (!File.Exists(_path))
        {
            return;
        }

        try
        {
            SafetensorsFile file = SafetensorsFile.Read(_path);
            CheckpointHeader header = NetworkHeader.Read(file, NetworkHeader.Training, FormatVersion, CheckpointHeaderContext.Default.CheckpointHeader);
            if (header.BestEpoch < 0 || header.BestEpoch > header.History.Length)
            {
                throw new InvalidDataException("The header describes no state.");
            }

            RequireSame(header);
            Tensor[] steps = [.. state.Updates.State];
            file.RequireExactly(
            [
                .. state.Arrays.Select((array, i) => new SafetensorsTensor($"{Network}.{i}", SafetensorsType.F32, array.shape)),
                .. state.Best.Select((best, i) => new SafetensorsTensor($"{Best}.{i}", SafetensorsType.F32, [best.Length])),
                .. steps.Select((moment, i) => new SafetensorsTensor($"{Steps}.{i}", SafetensorsType.F32, moment.shape)),
            ], "training");
            for (int i = 0; i < state.Arrays.Count; i++)
            {
                ConvNetProgress.Overwrite(state.Arrays[i], file.ReadSingles($"{Network}.{i}"));
                file.ReadSingles($"{Best}.{i}").CopyTo(state.Best[i], 0);
            }

            for (int i = 0; i < steps.Length; i++)
            {
                ConvNetProgress.Overwrite(steps[i], file.ReadSingles($"{Steps}.{i}"));
            }

            state.Updates.Steps = header.Steps;
            state.Restore(header.History, header.BestEpoch);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{_path}: {exception.Message} Delete the file to train from the start.", exception);
        }
    }

    private void RequireSame(CheckpointHeader header)
    {
        List<string> differences = [.. _settings.Where(setting => header.Settings.GetValueOrDefault(setting.Key) != setting.Value)
            .Select(setting => $"{setting.Key} was {header.Settings.GetValueOrDefault(setting.Key, "absent")} and is now {setting.Value}")];
        if (header.History.Length > _epochs)
        {
            differences.Add($"{header.History.Length} epochs are done and Epochs is now {_epochs}");
        }

        if (differences.Count > 0)
        {
            throw new InvalidOperationException(
                $"The folder '{_folder}' holds the state of another training: {string.Join("; ", differences)}. "
                + "Name another folder in ConvNetOptions.CheckpointFolder, or delete this one.");
        }
    }

    // What the bits of the result depend on. The number of epochs may be raised, unless the learning rate depends on it.
    private static Dictionary<string, string> Describe(TrainingSet data, ConvNetBlueprint blueprint, ConvNetOptions options)
    {
        static string Text(FormattableString text) => FormattableString.Invariant(text);
        MlpInitialisation start = options.Initialisation;
        LearningRateSchedule schedule = options.Schedule;
        return new()
        {
            ["ImageShape"] = string.Join(" x ", blueprint.ImageShape),
            ["Architecture"] = blueprint.Architecture.Text,
            ["Nonlinearity"] = blueprint.Nonlinearity.Text,
            ["BatchNormalisation"] = Text($"{blueprint.BatchNormalisation}"),
            ["Readout"] = Text($"{blueprint.Readout}"),
            ["Initialisation"] = Text($"{start.Weights}, {start.Biases}, {start.Gain}, {start.BiasGain}, {start.ReadoutGain}"),
            ["Loss"] = Text($"{options.LossFor(data.Targets.Kind)}"),
            ["Optimizer"] = Text($"{options.Optimizer}"),
            ["LearningRate"] = Text($"{options.EffectiveLearningRate}"),
            ["Schedule"] = Text($"{schedule.Kind}, {schedule.WarmUpEpochs}, {schedule.StepEpochs}, {schedule.StepFactor}, {schedule.FinalFraction}"),
            ["Epochs"] = schedule.Kind == RateScheduleKind.Cosine ? Text($"{options.Epochs}") : "any",
            ["Momentum"] = Text($"{options.EffectiveMomentum}"),
            ["WeightDecay"] = Text($"{options.WeightDecay}"),
            ["BatchSize"] = Text($"{options.BatchSize}"),
            ["Augmentation"] = Text($"{options.Augmentation.HorizontalFlip}, {options.Augmentation.CropPadding}"),
            ["ValidationFraction"] = Text($"{options.ValidationFraction}"),
            ["Seed"] = Text($"{options.EffectiveSeed}"),
            ["Rows"] = Digest(data),
        };
    }

    private static string Digest(TrainingSet data)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Features.Span);
        Append(hash, data.Targets.Values.Span);
        Append(hash, data.Targets.ClassIndices.Span);
        return $"{data.Rows} with SHA-256 {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    // In pieces, because a span of bytes holds fewer numbers than one of numbers.
    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values)
        where T : struct
    {
        const int Piece = 1 << 20;
        for (int start = 0; start < values.Length; start += Piece)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values.Slice(start, Math.Min(Piece, values.Length - start))));
        }
    }
}

/// <summary>The header of a kept state of training.</summary>
internal sealed record CheckpointHeader(string Kind, int Version, Dictionary<string, string> Settings, long Steps, int BestEpoch, ConvNetEpochReport[] History);

/// <summary>Writes and reads <see cref="CheckpointHeader"/> without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckpointHeader))]
internal sealed partial class CheckpointHeaderContext : JsonSerializerContext;
