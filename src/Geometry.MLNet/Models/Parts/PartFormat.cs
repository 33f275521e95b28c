using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>How a kind of transformer of ours is written into a model file and read back.</summary>
internal abstract class PartFormat
{
    /// <summary>The file with the JSON of a part, and that with the network of one that has a single one.</summary>
    public const string Description = "part.json", NetworkFile = "network.safetensors";

    /// <summary>Gets every format. What a file names is looked for here and nowhere else.</summary>
    public static IReadOnlyList<PartFormat> All { get; } = [new MlpPart(), new ConvolutionalPart(), new ModulePart(), new ScorePart(), new DynamicsPart()];

    /// <summary>Gets the name of the kind.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether a transformer is of this kind.</summary>
    public abstract bool IsOf(ITransformer transformer);

    /// <summary>The columns that a transformer reads and adds.</summary>
    public abstract (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(ITransformer transformer);

    /// <summary>Writes a transformer.</summary>
    /// <exception cref="NotSupportedException">It holds something that a file cannot.</exception>
    public abstract void Write(ITransformer transformer, PartWriter writer);

    /// <summary>Reads a transformer.</summary>
    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    /// <exception cref="InvalidOperationException">It needs something that the options lack.</exception>
    public abstract ITransformer Read(PartReader reader);
}

/// <summary>How a type of transformer is written and read.</summary>
internal abstract class PartFormat<T> : PartFormat
    where T : class, ITransformer
{
    public override bool IsOf(ITransformer transformer) => transformer is T;

    public override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(ITransformer transformer) => Columns((T)transformer);

    public override void Write(ITransformer transformer, PartWriter writer) => Write((T)transformer, writer);

    protected abstract (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(T transformer);

    protected abstract void Write(T transformer, PartWriter writer);
}
