namespace Microsoft.ML.Text;

/// <summary>The columns of a text file by the attributes of a row type.</summary>
internal static class TextColumns
{
    public static TextLoader.Column[] Of(Type rowType)
    {
        var columns = new List<TextLoader.Column>();
        foreach (var member in UserMember.Of(rowType, SchemaDefinition.Direction.Write))
        {
            var sources = member.Info.GetCustomAttribute<LoadColumnAttribute>()?.Sources
                ?? throw Check.Except($"Field or property '{member.Info.Name}' is missing the LoadColumnAttribute attribute");
            var item = Data.MemberTypes.ColumnTypeOf(member).ItemTypeOrSelf();
            string name = member.Info.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Info.Name;
            columns.Add(new TextLoader.Column(name, KindOf(item), sources, item is KeyDataViewType key ? new KeyCount(key.Count) : null));
        }
        Check.That(columns.Count > 0, $"Should define at least one public, readable field or property in {rowType}");
        return [.. columns];
    }

    private static DataKind KindOf(DataViewType type) =>
        Enum.GetValues<DataKind>().Cast<DataKind?>().FirstOrDefault(kind => TypeQueries.TypeOf(kind.Value).RawType == type.RawType)
        ?? throw Check.Except($"The text loader does not read values of type {type}");
}
