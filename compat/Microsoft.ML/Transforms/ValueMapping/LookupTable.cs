namespace Microsoft.ML.Transforms;

internal static class LookupTable
{
    public static Dictionary<TKey, TCell> Of<TKey, TCell>(TKey[] keys, TCell[] cells)
    {
        var map = new Dictionary<TKey, TCell>(keys.Length, ValueTraits<TKey>.Equality);
        for (int i = 0; i < keys.Length; i++)
        {
            if (!map.TryAdd(keys[i], cells[i])) throw Check.Except($"Duplicate key '{keys[i]}' found when trying to create a value mapping.");
        }

        return map;
    }
}
