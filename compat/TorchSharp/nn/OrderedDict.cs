using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order of insertion and can also be read by position.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)> where TKey : notnull
{
    private readonly List<(TKey, TValue)> _list = [];
    private readonly Dictionary<TKey, TValue> _dict = [];

    public TValue this[TKey key]
    {
        get => _dict[key];
        set
        {
            if (!_dict.ContainsKey(key))
            {
                Add(key, value);
                return;
            }
            _dict[key] = value;
            _list[PositionOf(key)] = (key, value);
        }
    }

    public (TKey, TValue) this[int index]
    {
        get => _list[index];
        set
        {
            TKey old = _list[index].Item1;
            if (!EqualityComparer<TKey>.Default.Equals(old, value.Item1))
            {
                _dict.Add(value.Item1, value.Item2);
                _dict.Remove(old);
            }
            else
            {
                _dict[old] = value.Item2;
            }
            _list[index] = value;
        }
    }

    public ICollection<TKey> Keys => _list.ConvertAll(pair => pair.Item1);

    public ICollection<TValue> Values => _list.ConvertAll(pair => pair.Item2);

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public IEnumerator<(TKey, TValue)> items() => _list.GetEnumerator();

    public IEnumerable<TKey> keys() => _list.Select(pair => pair.Item1);

    public IEnumerable<TValue> values() => _list.Select(pair => pair.Item2);

    public void Add(TKey key, TValue value)
    {
        _dict.Add(key, value);
        _list.Add((key, value));
    }

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Insert(int index, (TKey, TValue) item)
    {
        _dict.Add(item.Item1, item.Item2);
        _list.Insert(index, item);
    }

    public bool Remove(TKey key)
    {
        if (!_dict.Remove(key)) return false;
        _list.RemoveAt(PositionOf(key));
        return true;
    }

    public bool Remove(KeyValuePair<TKey, TValue> item) => Contains(item) && Remove(item.Key);

    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    public void RemoveAt(int index)
    {
        _dict.Remove(_list[index].Item1);
        _list.RemoveAt(index);
    }

    public void Clear()
    {
        _dict.Clear();
        _list.Clear();
    }

    public void clear() => Clear();

    public bool ContainsKey(TKey key) => _dict.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> item) => ((ICollection<KeyValuePair<TKey, TValue>>)_dict).Contains(item);

    public bool Contains((TKey, TValue) item) => _list.Contains(item);

    public int IndexOf((TKey, TValue) item) => _list.IndexOf(item);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _dict.TryGetValue(key, out value);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in _list) array[arrayIndex++] = new(key, value);
    }

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _list.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        _list.Select(pair => new KeyValuePair<TKey, TValue>(pair.Item1, pair.Item2)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PositionOf(TKey key) => _list.FindIndex(pair => EqualityComparer<TKey>.Default.Equals(pair.Item1, key));
}
