namespace Microsoft.ML.Data;

public static class VBufferEditor
{
    public static VBufferEditor<T> CreateFromBuffer<T>(ref VBuffer<T> destination) =>
        Create(ref destination, destination.Length, destination.GetValues().Length, keepOldOnResize: true);

    public static VBufferEditor<T> Create<T>(
        ref VBuffer<T> destination,
        int newLogicalLength,
        int? valuesCount = null,
        int? maxValuesCapacity = null,
        bool keepOldOnResize = false,
        bool requireIndicesOnDense = false)
    {
        Check.Param(newLogicalLength >= 0, nameof(newLogicalLength), "The length must not be negative");
        Check.Param(valuesCount is null or >= 0, nameof(valuesCount), "The count must not be negative");
        Check.Param(valuesCount is null || valuesCount <= newLogicalLength, nameof(valuesCount), "The count must not be above the length");
        int count = valuesCount ?? newLogicalLength;

        var values = Fitted(destination.ValuesArray, count, Math.Max(count, Math.Min(maxValuesCapacity ?? newLogicalLength, newLogicalLength)), keepOldOnResize, out bool newValues);
        var indices = destination.IndicesArray;
        bool newIndices = false;
        if (requireIndicesOnDense || count < newLogicalLength)
            indices = Fitted(indices, count, Math.Max(count, Math.Min(maxValuesCapacity ?? newLogicalLength, newLogicalLength)), keepOldOnResize, out newIndices);
        return new VBufferEditor<T>(newLogicalLength, count, values, indices, requireIndicesOnDense, newValues, newIndices);
    }

    private static TItem[] Fitted<TItem>(TItem[] existing, int needed, int capacity, bool keep, out bool isNew)
    {
        isNew = (existing?.Length ?? 0) < needed;
        if (!isNew)
            return existing ?? [];
        // Growing towards the largest size ever needed, without reserving a huge sparse vector at once.
        var fresh = new TItem[Math.Max(needed, Math.Min(capacity, 2L * needed))];
        if (keep && existing is not null)
            existing.AsSpan().CopyTo(fresh);
        return fresh;
    }
}
