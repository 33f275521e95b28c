using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules under names of one's own, in the order in which they were added. It computes nothing itself.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly OrderedDict<string, T> _items = [];

    public ModuleDict() : base(nameof(ModuleDict<T>))
    {
    }

    public T this[string key]
    {
        get => _items[key];
        set => Change(() => _items[key] = value);
    }

    public (string, T) this[int index]
    {
        get => _items[index];
        set => Change(() => _items[index] = value);
    }

    public ICollection<string> Keys => _items.Keys;

    public ICollection<T> Values => _items.Values;

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public IEnumerator<(string, T)> items() => _items.items();

    public IEnumerable<string> keys() => _items.keys();

    public IEnumerable<T> values() => _items.values();

    public void Add(string key, T value) => Change(() => _items.Add(key, value));

    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    public void Insert(int index, (string, T) item) => Change(() => _items.Insert(index, item));

    public bool Remove(string key) => Removed(() => _items.Remove(key));

    public bool Remove(KeyValuePair<string, T> item) => Removed(() => _items.Remove(item));

    public bool Remove((string, T) item) => Removed(() => _items.Remove(item));

    public void RemoveAt(int index) => Change(() => _items.RemoveAt(index));

    public void Clear() => Change(_items.Clear);

    public void clear() => Clear();

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool Contains(KeyValuePair<string, T> item) => _items.Contains(item);

    public bool Contains((string, T) item) => _items.Contains(item);

    public int IndexOf((string, T) item) => _items.IndexOf(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public void CopyTo((string, T)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<(string, T)> GetEnumerator() => _items.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Removed(Func<bool> remove)
    {
        bool removed = false;
        Change(() => removed = remove());
        return removed;
    }

    private void Change(Action change)
    {
        change();
        ClearModules();
        foreach (var (key, module) in _items) register_module(key, module);
    }
}
