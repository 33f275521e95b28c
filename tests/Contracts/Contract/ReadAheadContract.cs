using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;

namespace Contracts.Contract;

/// <summary>Reading rows ahead shows neither at the edges of batches nor in the columns that are passed through.</summary>
public class ReadAheadContract
{
    public static TheoryData<string> All => ContractCases.All;

    public static TheoryData<string> Networks => ContractCases.Networks;

    [Theory, MemberData(nameof(All))]
    public void Columns_of_every_type_keep_their_values(string name)
    {
        Fitted fitted = Fitted.Of(name);
        string[] all = [.. fitted.Data.Schema.Select(column => column.Name)];
        IReadOnlyList<TableRow> read = Table.Read(fitted.Output, [.. all, .. fitted.Case.Adds]);
        Table.ShouldBeSame([.. read.Select(row => Without(row, fitted.Case.Adds))], Table.Read(fitted.Data, all));
    }

    [Theory, MemberData(nameof(Networks))]
    public void Any_number_of_rows_gives_each_row_the_value_that_it_has_alone(string name)
    {
        Fitted fitted = Fitted.Of(name);
        int size = fitted.Case.BatchSize;
        IDataView most = ContractData.View(fitted.Context, (2 * size) + 1);
        IReadOnlyList<TableRow> expected = RowMapping.Read(fitted.Transformer, most, fitted.Case.Adds);
        foreach (int rows in new[] { 0, 1, size - 1, size, size + 1, (2 * size) + 1 })
        {
            IDataView view = fitted.Transformer.Transform(ContractData.View(fitted.Context, rows));
            Table.ShouldBeSame(Table.Read(view, fitted.Case.Adds), [.. expected.Take(rows)]);
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public void One_column_alone_has_the_values_that_it_has_among_all(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IReadOnlyList<TableRow> all = Table.Read(fitted.Output, fitted.Case.Adds);
        foreach (string column in fitted.Case.Adds)
        {
            Table.ShouldBeSame(Table.Read(fitted.Output, [column]), [.. all.Select(row => Without(row, fitted.Case.Adds.Where(other => other != column)))]);
        }
    }

    private static TableRow Without(TableRow row, IEnumerable<string> columns) =>
        row with { Values = row.Values.Where(value => !columns.Contains(value.Key)).ToDictionary() };
}
