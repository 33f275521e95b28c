using System.Globalization;
using Geometry.Experiments;
using Geometry.MLNet;

namespace Geometry.Reports;

/// <summary>A claim with its verdict, as a row of <c>claims.csv</c> has it.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Figure">The figure or section of the paper.</param>
/// <param name="Source">Who makes the claim.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Pipeline">The name of the pipeline file that decides it; empty where none does.</param>
/// <param name="Direction">What is claimed of the effect.</param>
/// <param name="Expected">The expected number of a claim of equality; else null.</param>
/// <param name="Smallest">The smallest effect of interest.</param>
/// <param name="Reference">The effect in reference runs that are independent of the program, or null.</param>
/// <param name="Effect">The mean effect over seeds, or null where there is none.</param>
/// <param name="Low">The lower end of its interval, or null.</param>
/// <param name="High">The upper end of its interval, or null.</param>
/// <param name="Seeds">How many seeds it rests on.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why there is none; empty where there is one.</param>
/// <param name="Remark">What to keep in mind; empty where there is nothing.</param>
public sealed record ClaimRecord(
    string Id, string Figure, string Source, string Statement, string Pipeline, ClaimDirection Direction, double? Expected, double Smallest, double? Reference,
    double? Effect, double? Low, double? High, int Seeds, Verdict Verdict, string Reason, string Remark)
{
    /// <summary>Reads a file of decided claims.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The claims in the order of the file.</returns>
    /// <exception cref="BadInputException">The file cannot be read, lacks a column or is damaged; the message names the line.</exception>
    public static IReadOnlyList<ClaimRecord> Read(string path)
    {
        ResultTable table = CellTables.Read(path);
        Dictionary<string, int> columns = table.Columns.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        return ClaimsCsv.Columns.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing
            ? throw new BadInputException($"{path}, line 1: there is no column '{missing}'; the file is no table of claims as `geometry reproduce` writes it.")
            : [.. table.Rows.Select((row, i) => Of(path, i + 2, column => row[columns[column]]))];
    }

    private static ClaimRecord Of(string path, int line, Func<string, string> field)
    {
        BadInputException Damaged(string column, string expected) => new(string.Create(CultureInfo.InvariantCulture,
            $"{path}, line {line}: '{field(column)}' in the column '{column}' is no {expected}. The file is damaged; run `geometry reproduce` again."));
        double? Number(string column) => field(column).Length == 0 ? null
            : double.TryParse(field(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
            : throw Damaged(column, "number");
        TEnum Choice<TEnum>(string column)
            where TEnum : struct, Enum => Enum.TryParse(field(column), out TEnum value) && Enum.IsDefined(value) ? value : throw Damaged(column, typeof(TEnum).Name.ToLowerInvariant());
        return new ClaimRecord(
            field("id"), field("figure"), field("source"), field("statement"), field("pipeline"), Choice<ClaimDirection>("direction"), Number("expected"),
            Number("smallest") ?? 0, Number("reference"), Number("effect"), Number("low"), Number("high"), (int)(Number("seeds") ?? 0), Choice<Verdict>("verdict"),
            field("reason"), field("remark"));
    }
}
