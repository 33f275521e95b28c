using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// Writes the weights of a module into a safetensors file and reads them back, under the names of its <c>state_dict()</c>: parameters, and buffers that are
/// kept. A file that PyTorch wrote of a module with the same names fits as well.
/// </summary>
public static class ModuleWeights
{
    /// <summary>Writes the weights.</summary>
    /// <param name="module">The module.</param>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    /// <exception cref="NotSupportedException">A tensor has numbers that the format cannot hold, such as complex ones.</exception>
    public static void Save(nn.Module module, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter writer = new();
        foreach ((string name, Tensor tensor) in module.state_dict())
        {
            writer.Add(name, tensor);
        }

        // What Python's libraries look for, to know how tensors are laid out.
        writer.Write(stream, new Dictionary<string, string> { ["format"] = "pt" });
    }

    /// <summary>Writes the weights; a file of that name is replaced when all is written.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="NotSupportedException">A tensor has numbers that the format cannot hold, such as complex ones.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(nn.Module module, string path) => AtomicFile.Write(path, stream => Save(module, stream));

    /// <summary>Gives a module the weights of a file.</summary>
    /// <param name="module">The module; it is changed only where all fits.</param>
    /// <param name="file">The weights.</param>
    /// <exception cref="InvalidDataException">Tensors are missing, unknown to the module, or of another type or shape; the message lists each.</exception>
    public static void Load(nn.Module module, SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(file);
        Dictionary<string, Tensor> state = module.state_dict();
        file.RequireExactly(
            [.. state.Select(entry => new SafetensorsTensor(
                entry.Key,
                SafetensorsTypes.Find(entry.Value.dtype) ?? throw new InvalidDataException($"The module's tensor '{entry.Key}' is of {entry.Value.dtype}, which a safetensors file cannot hold."),
                [.. entry.Value.shape]))],
            "module");
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        foreach ((string name, Tensor tensor) in state)
        {
            tensor.detach().copy_(file.ReadTensor(name));
        }
    }

    /// <summary>Gives a module the weights of a file.</summary>
    /// <param name="module">The module; it is changed only where all fits.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file or damaged, or tensors are missing, unknown to the module, or of another type or shape; the message lists each.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Load(nn.Module module, string path) => Load(module, SafetensorsFile.Read(path));
}
