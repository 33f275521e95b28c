using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Reads a column of discrete values (key, text, Boolean, integer) row by row and codes its levels. Levels are ordered by key, by number,
/// false before true, or ordinally by text, whatever the order of the rows; only those that occur count.
/// </summary>
internal abstract class LevelColumn(string name)
{
    private const string Expected = "Key, String, Boolean or an integer type";
    private const string Remedy = "Make levels of it with Conversion.MapValueToKey or Conversion.ConvertType.";

    private readonly List<int> _codes = [];

    /// <summary>Gets the name of the column.</summary>
    public string Name => name;

    /// <summary>Whether a column's type has levels.</summary>
    public static bool Accepts(DataViewType type) => type is KeyDataViewType or TextDataViewType or BooleanDataViewType || IsInteger(type);

    /// <summary>Whether a promised column has levels.</summary>
    public static bool Accepts(SchemaShape.Column column) =>
        column.Kind == SchemaShape.Column.VectorKind.Scalar && (column.IsKey || Accepts(column.ItemType));

    /// <summary>Checks the promise of a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or has no levels.</exception>
    public static void Check(SchemaShape input, string role, string name)
    {
        SchemaShape.Column column = SchemaPromise.Require(input, role, name);
        if (!Accepts(column))
        {
            throw Mismatch(role, name, $"{column.Kind} {column.ItemType}", "inputSchema");
        }
    }

    /// <summary>Finds a column with levels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or has no levels.</exception>
    public static DataViewSchema.Column Require(DataViewSchema schema, string role, string name, string parameter)
    {
        DataViewSchema.Column column = schema.GetColumnOrNull(name)
            ?? throw ColumnErrors.Missing(role, name, schema.Select(c => c.Name), parameter);
        return Accepts(column.Type) ? column : throw Mismatch(role, name, column.Type, parameter);
    }

    /// <summary>Binds a column of a row.</summary>
    public static LevelColumn Bind(DataViewRow row, DataViewSchema.Column column, string role) => column.Type switch
    {
        KeyDataViewType key when key.RawType == typeof(byte) => Keys<byte>(row, column),
        KeyDataViewType key when key.RawType == typeof(ushort) => Keys<ushort>(row, column),
        KeyDataViewType key when key.RawType == typeof(uint) => Keys<uint>(row, column),
        KeyDataViewType key when key.RawType == typeof(ulong) => Keys<ulong>(row, column),
        TextDataViewType => new LevelColumn<ReadOnlyMemory<char>, string>(row, column, text => text.ToString(), text => text, StringComparer.Ordinal, text => text.Length > 0),
        BooleanDataViewType => Values<bool>(row, column, flag => flag ? "true" : "false"),
        var type when type.RawType == typeof(sbyte) => Integers<sbyte>(row, column),
        var type when type.RawType == typeof(byte) => Integers<byte>(row, column),
        var type when type.RawType == typeof(short) => Integers<short>(row, column),
        var type when type.RawType == typeof(ushort) => Integers<ushort>(row, column),
        var type when type.RawType == typeof(int) => Integers<int>(row, column),
        var type when type.RawType == typeof(uint) => Integers<uint>(row, column),
        var type when type.RawType == typeof(long) => Integers<long>(row, column),
        var type when type.RawType == typeof(ulong) => Integers<ulong>(row, column),
        var type => throw Mismatch(role, column.Name, type, "schema"),
    };

    /// <summary>Takes the level of the current row.</summary>
    public void Read(string role, long row) => _codes.Add(Code(role, row));

    /// <summary>The code of the current row's level, in order of first occurrence, which is not kept.</summary>
    public int Code(string role, long row) => CodeOfCurrent() is var code and >= 0
        ? code
        : throw new ArgumentException(
            $"The {role} column '{name}' has no value in row {row}. Drop such rows, for example with Data.FilterRowsByMissingValues.");

    /// <summary>The name of a level by its code.</summary>
    public abstract string NameOf(int code);

    /// <summary>The levels that occur, in order, and for each row read the number of its level.</summary>
    public (IReadOnlyList<string> Names, int[] Codes) Levels()
    {
        (string[] names, int[] order) = Ordered();
        var rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        return (names, [.. _codes.Select(code => rank[code])]);
    }

    /// <summary>The code of the current row's level, in order of first occurrence; negative when the value is missing.</summary>
    protected abstract int CodeOfCurrent();

    /// <summary>The names of the levels in their order, and the codes in that order.</summary>
    protected abstract (string[] Names, int[] Order) Ordered();

    private static LevelColumn Integers<T>(DataViewRow row, DataViewSchema.Column column)
        where T : IFormattable => Values<T>(row, column, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static LevelColumn Values<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string> nameOf)
        where T : notnull => new LevelColumn<T, T>(row, column, value => value, nameOf, Comparer<T>.Default, _ => true);

    /// <summary>The texts of a key's values, or null where there are none.</summary>
    public static IReadOnlyList<string>? KeyTexts(DataViewSchema.Column column)
    {
        if (!column.HasKeyValues(TextDataViewType.Instance))
        {
            return null;
        }

        VBuffer<ReadOnlyMemory<char>> texts = default;
        column.GetKeyValues(ref texts);
        return [.. texts.DenseValues().Select(text => text.ToString())];
    }

    private static LevelColumn Keys<T>(DataViewRow row, DataViewSchema.Column column)
        where T : struct, IConvertible
    {
        IReadOnlyList<string>? texts = KeyTexts(column);
        return new LevelColumn<T, ulong>(
            row, column, key => key.ToUInt64(CultureInfo.InvariantCulture),
            key => texts is null ? key.ToString(CultureInfo.InvariantCulture) : texts[(int)key - 1], Comparer<ulong>.Default, key => key > 0);
    }

    private static ArgumentOutOfRangeException Mismatch(string role, string name, object got, string parameter) =>
        ColumnErrors.Mismatch(role, name, Expected, got, Remedy, parameter);

    private static bool IsInteger(DataViewType type) =>
        type is NumberDataViewType && type != NumberDataViewType.Single && type != NumberDataViewType.Double;
}

/// <summary>A column of levels of one type.</summary>
internal sealed class LevelColumn<TValue, TLevel>(
    DataViewRow row, DataViewSchema.Column column, Func<TValue, TLevel> levelOf, Func<TLevel, string> nameOf, IComparer<TLevel> comparer, Func<TLevel, bool> isPresent)
    : LevelColumn(column.Name)
    where TLevel : notnull
{
    private readonly ValueGetter<TValue> _getter = row.GetGetter<TValue>(column);
    private readonly Dictionary<TLevel, int> _codeOf = [];
    private readonly List<TLevel> _levels = [];
    private TValue _value = default!;

    public override string NameOf(int code) => nameOf(_levels[code]);

    protected override int CodeOfCurrent()
    {
        _getter(ref _value);
        TLevel level = levelOf(_value);
        if (!isPresent(level))
        {
            return -1;
        }

        if (!_codeOf.TryGetValue(level, out int code))
        {
            _codeOf.Add(level, code = _codeOf.Count);
            _levels.Add(level);
        }

        return code;
    }

    protected override (string[] Names, int[] Order) Ordered()
    {
        KeyValuePair<TLevel, int>[] levels = [.. _codeOf.OrderBy(pair => pair.Key, comparer)];
        return (Array.ConvertAll(levels, pair => nameOf(pair.Key)), Array.ConvertAll(levels, pair => pair.Value));
    }
}
