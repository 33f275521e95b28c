using System.Text.Json;
using Geometry.Networks;

namespace Geometry.MLNet.Persistence;

/// <summary>A network and what its outputs mean, as one text: stock transformers can carry a text through a model file.</summary>
internal sealed class SavedNetwork
{
    // Convolutional networks have the list of their columns, perceptrons none.
    private sealed record Header(TargetKind Kind, bool IsVector, MlpLoss Loss, IReadOnlyList<string> Classes, IReadOnlyList<ConvNetOutput>? Outputs = null);

    private readonly Header _header;
    private readonly Action<Stream> _write;

    private SavedNetwork(Mlp network, Header header)
    {
        (_header, _write, Pass) = (header, network.Save, new MlpForwardPass(network));
        ColumnNames = [.. network.HiddenLayers.Select((_, layer) => Mlp.HiddenName(layer + 1))];
    }

    private SavedNetwork(ConvNet network, Header header)
    {
        var pass = new ConvolutionalForwardPass(network, header.Outputs!);
        (_header, _write, Pass, ColumnNames) = (header, network.Save, pass, pass.ColumnNames);
    }

    public SavedNetwork(Mlp network, LabelForm form, MlpLoss loss, IReadOnlyList<string> classes)
        : this(network, new Header(form.Kind, form.IsVector, loss, classes))
    {
    }

    public SavedNetwork(ConvNet network, IReadOnlyList<ConvNetOutput> outputs, LabelForm form, MlpLoss loss, IReadOnlyList<string> classes)
        : this(network, new Header(form.Kind, form.IsVector, loss, classes, outputs))
    {
    }

    /// <summary>Gets what runs the network: its columns, then its outputs.</summary>
    public IForwardPass Pass { get; }

    /// <summary>Gets the names of the columns that hold its layers.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    public LabelForm Form => new(_header.Kind, _header.IsVector);

    public MlpLoss Loss => _header.Loss;

    /// <summary>Gets the names of the classes of a key label; none for others.</summary>
    public IReadOnlyList<string> Classes => _header.Classes;

    /// <summary>Writes the text: base 64 of the length of the header, the header and the network.</summary>
    public string ToText()
    {
        using var stream = new MemoryStream();
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(_header);
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(header.Length);
            writer.Write(header);
        }

        _write(stream);
        return Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads the text.</summary>
    /// <exception cref="InvalidDataException">The text is no network, or one of the user's own nonlinearities, which a file cannot hold.</exception>
    public static SavedNetwork Parse(string text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(text)));
            Header header = JsonSerializer.Deserialize<Header>(reader.ReadBytes(reader.ReadInt32()))!;
            return header.Outputs is null
                ? new SavedNetwork(Mlp.Load(reader.BaseStream), header)
                : new SavedNetwork(ConvNet.Load(reader.BaseStream), header);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException($"The network in the model file cannot be read: {exception.Message}", exception);
        }
    }
}
