using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>Reads views whole and compares what was read.</summary>
internal static class Table
{
    private const double Tolerance = 1e-5;

    /// <summary>Reads the columns, and the row's number with them, in the order in which the view gives the rows.</summary>
    public static IReadOnlyList<TableRow> Read(IDataView view, IEnumerable<string> columns, Random? random = null)
    {
        DataViewSchema.Column[] wanted = Columns(view, columns);
        using DataViewRowCursor cursor = view.GetRowCursor(wanted, random);
        return Read(cursor, wanted);
    }

    /// <summary>Reads what is left of a cursor.</summary>
    public static IReadOnlyList<TableRow> Read(DataViewRowCursor cursor, DataViewSchema.Column[] columns)
    {
        Func<TableRow> current = Reader(cursor, columns);
        var rows = new List<TableRow>();
        while (cursor.MoveNext())
        {
            rows.Add(current());
        }

        return rows;
    }

    /// <summary>A function that copies the current row.</summary>
    public static Func<TableRow> Reader(DataViewRow row, DataViewSchema.Column[] columns)
    {
        (string Name, Func<object> Read)[] readers = Array.ConvertAll(columns, column => (column.Name, ColumnReader.Of(row, column)));
        ValueGetter<DataViewRowId> readId = row.GetIdGetter();
        DataViewRowId id = default;
        return () =>
        {
            readId(ref id);
            return new TableRow(id.Low, readers.ToDictionary(reader => reader.Name, reader => reader.Read()));
        };
    }

    /// <summary>The columns of these names, and the row's number.</summary>
    public static DataViewSchema.Column[] Columns(IDataView view, IEnumerable<string> names) =>
        [.. names.Append("Row").Distinct().Select(name => view.Schema[name])];

    /// <summary>Requires the same rows in the same order, to float tolerance.</summary>
    public static void ShouldBeSame(IReadOnlyList<TableRow> actual, IReadOnlyList<TableRow> expected)
    {
        actual.Count.ShouldBe(expected.Count);
        foreach ((TableRow one, TableRow other) in actual.Zip(expected))
        {
            one.Values.Keys.ShouldBe(other.Values.Keys, ignoreOrder: true);
            foreach ((string column, object value) in other.Values)
            {
                Same(one.Values[column], value).ShouldBeTrue($"row {other.Number}, column {column}: {Show(one.Values[column])} is not {Show(value)}");
            }
        }
    }

    /// <summary>Whether two values are the same, numbers to float tolerance.</summary>
    public static bool Same(object one, object other) => (one, other) switch
    {
        (float a, float b) => Near(a, b),
        (double a, double b) => Near(a, b),
        (object[] a, object[] b) => a.Length == b.Length && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        _ => one.Equals(other),
    };

    /// <summary>Whether two values are the same to the bit.</summary>
    public static bool Identical(object one, object other) => (one, other) switch
    {
        (object[] a, object[] b) => a.SequenceEqual(b),
        _ => one.Equals(other),
    };

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(b));

    private static string Show(object value) => value is object[] items ? $"[{string.Join(", ", items)}]" : $"{value}";
}
