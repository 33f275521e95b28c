using Microsoft.ML.Binary;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Trainers;

/// <summary>The key type of a multiclass label and the values of its keys, when these were known in training.</summary>
internal sealed class ClassLabels(KeyDataViewType type, PrimitiveDataViewType valueType, Action<DataViewSchema.Annotations.Builder, string> addValues, Action<BinaryWriter> saveValues, Func<ReadOnlyMemory<char>[]> names)
{
    public KeyDataViewType Type => type;

    public bool HasValues => valueType is not null;

    public static ClassLabels Of(DataViewSchema.Column label)
    {
        var key = (KeyDataViewType)label.Type.ItemTypeOrSelf();
        if (!label.HasKeyValues()) return new ClassLabels(key, null, null, null, null);
        var itemType = ((VectorDataViewType)label.Annotations.Schema[AnnotationKinds.KeyValues].Type).ItemType;
        return Typed(nameof(FromColumn), itemType, key, itemType, label);
    }

    /// <summary>Adds the values in their own type under a kind of annotation.</summary>
    public void AddValues(DataViewSchema.Annotations.Builder annotations, string kind) => addValues(annotations, kind);

    /// <summary>Adds the values as the names of the slots of a score vector.</summary>
    public void AddSlotNames(DataViewSchema.Annotations.Builder annotations) =>
        AnnotationVector.Add(annotations, AnnotationKinds.SlotNames, TextDataViewType.Instance, names());

    public void Save(BinaryWriter writer)
    {
        SchemaFormat.WriteType(writer, type);
        writer.Write(HasValues);
        if (!HasValues) return;
        SchemaFormat.WriteType(writer, valueType);
        saveValues(writer);
    }

    public static ClassLabels Load(BinaryReader reader)
    {
        var key = (KeyDataViewType)SchemaFormat.ReadType(reader);
        if (!reader.ReadBoolean()) return new ClassLabels(key, null, null, null, null);
        var itemType = (PrimitiveDataViewType)SchemaFormat.ReadType(reader);
        return Typed(nameof(FromReader), itemType, key, itemType, reader);
    }

    private static ClassLabels Typed(string method, PrimitiveDataViewType itemType, params object[] arguments) =>
        (ClassLabels)typeof(ClassLabels).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static).MakeGenericMethod(itemType.RawType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static ClassLabels FromColumn<T>(KeyDataViewType key, PrimitiveDataViewType itemType, DataViewSchema.Column label)
    {
        var values = default(VBuffer<T>);
        label.GetKeyValues(ref values);
        return Of<T>(key, itemType, [.. values.DenseValues()]);
    }

    private static ClassLabels FromReader<T>(KeyDataViewType key, PrimitiveDataViewType itemType, BinaryReader reader) =>
        Of(key, itemType, ValueArray.Read<T>(reader));

    private static ClassLabels Of<T>(KeyDataViewType key, PrimitiveDataViewType itemType, T[] values) => new(
        key,
        itemType,
        (annotations, kind) => AnnotationVector.Add(annotations, kind, itemType, values),
        writer => ValueArray.Write(writer, values),
        () => [.. values.Select((Func<T, ReadOnlyMemory<char>>)ValueConversion.Find(typeof(T), typeof(ReadOnlyMemory<char>)))]);
}
