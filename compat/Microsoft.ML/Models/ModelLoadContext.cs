using System.IO.Compression;
using System.Text;

namespace Microsoft.ML;

/// <summary>What a stock component reads itself from.</summary>
internal sealed class ModelLoadContext : IDisposable
{
    public const string KeyEntry = "Model.key";
    public const ulong Magic = 0x004C45444F4D4C4D;
    public const int FormatVersion = 1;

    private readonly ZipArchive _archive;
    private readonly string _folder;
    private readonly string _signature;

    private ModelLoadContext(ZipArchive archive, string folder)
    {
        _archive = archive;
        _folder = folder;
        var entry = archive.GetEntry(ModelSaveContext.Combine(folder, KeyEntry)) ?? throw Check.ExceptDecode($"Corrupt model file: no component in '{folder}'");
        using var reader = new BinaryReader(entry.Open(), Encoding.UTF8);
        try
        {
            Check.Decode(reader.ReadUInt64() == Magic, "Corrupt model file: wrong header");
            Check.Decode(reader.ReadInt32() == FormatVersion, "The model was written in a format that this version does not read");
            _signature = reader.ReadString();
            int length = reader.ReadInt32();
            Check.Decode(length >= 0, "Corrupt model file: wrong length");
            var payload = reader.ReadBytes(length);
            Check.Decode(payload.Length == length, "Corrupt model file: truncated component");
            Reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException("Corrupt model file: truncated component", e);
        }
    }

    public BinaryReader Reader { get; }

    public void Dispose() => Reader.Dispose();

    public static bool Exists(ZipArchive archive, string folder) => archive.GetEntry(ModelSaveContext.Combine(folder, KeyEntry)) is not null;

    /// <summary>Loads the component in a folder of the archive.</summary>
    public static T Load<T>(IHostEnvironment env, ZipArchive archive, string folder)
        where T : class
    {
        using var ctx = new ModelLoadContext(archive, folder);
        object loaded = LoadableComponentAttribute.Load(ctx._signature, env, ctx);
        Check.Decode(ctx.Reader.BaseStream.Position == ctx.Reader.BaseStream.Length, "Corrupt model file: a component holds more than it reads");
        return loaded as T ?? throw Check.ExceptDecode($"The model holds a {ctx._signature} where a {typeof(T).Name} is wanted");
    }

    /// <summary>Loads a part that was saved with <see cref="ModelSaveContext.SaveModel"/>.</summary>
    public T LoadModel<T>(IHostEnvironment env, string name)
        where T : class => Load<T>(env, _archive, ModelSaveContext.Combine(_folder, name));
}
