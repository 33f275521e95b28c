using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>Reads a transformer's columns row by row through its row mapper, the way that stock row mappers and prediction engines do.</summary>
internal static class RowMapping
{
    /// <summary>Reads the columns, and the row's number.</summary>
    public static IReadOnlyList<TableRow> Read(ITransformer transformer, IDataView data, IReadOnlyList<string> columns)
    {
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(data.Schema);
        DataViewSchema.Column[] wanted = [.. columns.Append("Row").Select(name => mapper.OutputSchema[name])];
        using DataViewRowCursor cursor = data.GetRowCursor(mapper.GetDependencies(wanted));
        using DataViewRow row = mapper.GetRow(cursor, wanted);
        Func<TableRow> read = Table.Reader(row, wanted);
        var rows = new List<TableRow>();
        while (cursor.MoveNext())
        {
            rows.Add(read());
        }

        return rows;
    }
}
