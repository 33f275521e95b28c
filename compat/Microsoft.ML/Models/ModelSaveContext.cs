using System.IO.Compression;
using System.Text;

namespace Microsoft.ML;

public sealed class ModelSaveContext : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly string _folder;
    private readonly MemoryStream _payload = new();
    private string _signature;

    internal ModelSaveContext(ZipArchive archive, string folder)
    {
        _archive = archive;
        _folder = folder;
        Writer = new BinaryWriter(_payload, Encoding.UTF8, leaveOpen: true);
    }

    internal BinaryWriter Writer { get; }

    public void Dispose() => Writer.Dispose();

    /// <summary>Names the component; to be called once, before anything is written.</summary>
    internal void SetSignature(string signature) => _signature = signature;

    /// <summary>Saves a part of this component in a folder of its own.</summary>
    internal void SaveModel(string name, ICanSaveModel component)
    {
        using var inner = new ModelSaveContext(_archive, Combine(_folder, name));
        component.Save(inner);
        inner.Done();
    }

    internal void Done()
    {
        Check.That(_signature is not null, "ModelSignature not specified!");
        Writer.Flush();
        using var writer = new BinaryWriter(_archive.CreateEntry(Combine(_folder, ModelLoadContext.KeyEntry)).Open(), Encoding.UTF8);
        writer.Write(ModelLoadContext.Magic);
        writer.Write(ModelLoadContext.FormatVersion);
        writer.Write(_signature);
        writer.Write((int)_payload.Length);
        writer.Write(_payload.GetBuffer().AsSpan(0, (int)_payload.Length));
    }

    internal static string Combine(string folder, string name) => string.IsNullOrEmpty(folder) ? name : folder + "/" + name;
}
