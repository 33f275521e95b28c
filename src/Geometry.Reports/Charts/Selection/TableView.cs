using System.Globalization;
using Geometry.MLNet;

namespace Geometry.Reports;

/// <summary>A table beside the scores, by the names of its columns.</summary>
internal sealed class TableView
{
    private readonly Dictionary<string, int> _columns;

    private TableView(ResultTable table)
    {
        _columns = table.Columns.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        Rows = table.Rows;
    }

    /// <summary>Gets the rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>Finds a table that has columns.</summary>
    /// <param name="results">The results.</param>
    /// <param name="name">The name of the table.</param>
    /// <param name="columns">The columns that are needed.</param>
    /// <returns>The table, or null where there is none, or one of somebody else.</returns>
    public static TableView? Find(PipelineResults results, string name, params string[] columns)
    {
        ResultTable? table = results.Tables.FirstOrDefault(table => table.Name == name);
        return table is null || table.Rows.Count == 0 || columns.Append("cell").Append("nonlinearity").Except(table.Columns).Any() ? null : new TableView(table);
    }

    /// <summary>Gives a field.</summary>
    public string Text(IReadOnlyList<string> row, string column) => row[_columns[column]];

    /// <summary>Gives a field as a number; null where there is none.</summary>
    public double? Number(IReadOnlyList<string> row, string column) =>
        double.TryParse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>Gives the rows of each setting and nonlinearity, of the first network that has some.</summary>
    /// <param name="view">The scores.</param>
    public IReadOnlyDictionary<(Setting Setting, string Nonlinearity), IReadOnlyList<IReadOnlyList<string>>> FirstNetworks(ResultView view) => Rows
        .GroupBy(row => Text(row, "cell")).Where(cell => view.Settings.Knows(cell.Key))
        .GroupBy(cell => (view.Settings.Of(cell.Key), Text(cell.First(), "nonlinearity")))
        .ToDictionary(group => group.Key, group => (IReadOnlyList<IReadOnlyList<string>>)[.. group.First()]);
}
