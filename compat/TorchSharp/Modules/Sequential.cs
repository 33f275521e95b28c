using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a row, each fed with the result of the one before. What lies between two of them is disposed at once.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (childName, child) in modules) register_module(childName, child);
    }

    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (var child in modules) append(child);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => (nn.IModule<Tensor, Tensor>)_internal_submodules[index].Item2;

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    public override Tensor forward(Tensor tensor)
    {
        if (Count == 0) return tensor.alias();

        Tensor current = tensor;
        for (int i = 0; i < Count; i++)
        {
            Tensor next = this[i].call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }
}
