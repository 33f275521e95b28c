using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters under their positions as names. It computes nothing itself.</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _items;

    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList))
    {
        _items = [.. parameters];
        Rename();
    }

    public Parameter this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Rename();
        }
    }

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public void Add(Parameter item)
    {
        _items.Add(item);
        Rename();
    }

    public void append(params Parameter[] parameters) => extend(parameters);

    public void extend(IEnumerable<Parameter> parameters)
    {
        _items.AddRange(parameters);
        Rename();
    }

    public void Insert(int index, Parameter item)
    {
        _items.Insert(index, item);
        Rename();
    }

    public bool Remove(Parameter item)
    {
        bool removed = _items.Remove(item);
        Rename();
        return removed;
    }

    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Rename();
    }

    public void Clear()
    {
        _items.Clear();
        Rename();
    }

    public bool Contains(Parameter item) => _items.Contains(item);

    public int IndexOf(Parameter item) => _items.IndexOf(item);

    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Rename()
    {
        _internal_params.Clear();
        for (int i = 0; i < _items.Count; i++) register_parameter(i.ToString(CultureInfo.InvariantCulture), _items[i]);
    }
}
