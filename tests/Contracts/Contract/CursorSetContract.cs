using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>However a view is read, by one cursor or by several threads at once, shuffled or not, a row has the same values.</summary>
public class CursorSetContract
{
    // Several of the cache's batches of rows, so that each cursor of a set has some.
    private const int Rows = 300;

    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public async Task A_set_of_cursors_gives_the_rows_of_one_cursor(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Transformer.Transform(fitted.Context.Data.Cache(ContractData.View(fitted.Context, Rows)));
        string[] columns = [.. fitted.Case.Adds, "Kind", "Sparse"];
        IReadOnlyList<TableRow> expected = Table.Read(view, columns);
        foreach (int n in new[] { 1, 2, 4 })
        {
            DataViewSchema.Column[] wanted = Table.Columns(view, columns);
            DataViewRowCursor[] cursors = view.GetRowCursorSet(wanted, n);
            var parts = new IReadOnlyList<TableRow>[cursors.Length];
            await Task.WhenAll(cursors.Select((cursor, i) => Task.Run(() => parts[i] = Drain(cursor, wanted))));
            TableRow[] rows = [.. parts.SelectMany(part => part).OrderBy(row => row.Number)];
            Table.ShouldBeSame(rows, expected);
            rows.Select(row => row.Id).ShouldBe(expected.Select(row => row.Id));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Batches_put_the_rows_of_a_set_in_order(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Transformer.Transform(fitted.Context.Data.Cache(ContractData.View(fitted.Context, Rows)));
        DataViewSchema.Column[] wanted = Table.Columns(view, fitted.Case.Adds);
        var rows = new List<(long Batch, int Number)>();
        foreach (DataViewRowCursor cursor in view.GetRowCursorSet(wanted, 4))
        {
            using (cursor)
            {
                Func<TableRow> read = Table.Reader(cursor, wanted);
                long last = long.MinValue;
                while (cursor.MoveNext())
                {
                    cursor.Batch.ShouldBeGreaterThanOrEqualTo(last);
                    last = cursor.Batch;
                    rows.Add((cursor.Batch, read().Number));
                }
            }
        }

        rows.OrderBy(row => row.Batch).Select(row => row.Number).ShouldBe(Enumerable.Range(0, Rows));
    }

    [Theory, MemberData(nameof(All))]
    public void A_shuffled_cursor_gives_the_same_rows_in_the_order_of_the_source(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView cached = fitted.Context.Data.Cache(fitted.Data), view = fitted.Transformer.Transform(cached);
        view.CanShuffle.ShouldBeTrue();
        string[] columns = [.. fitted.Case.Adds, "Features", "Words"];
        IReadOnlyList<TableRow> shuffled = Table.Read(view, columns, new Random(3));
        shuffled.Select(row => row.Number).ShouldBe(Table.Read(cached, [], new Random(3)).Select(row => row.Number));
        shuffled.Select(row => row.Number).ShouldNotBe(Enumerable.Range(0, ContractData.Rows));
        Table.ShouldBeSame([.. shuffled.OrderBy(row => row.Number)], Table.Read(view, columns));
    }

    private static IReadOnlyList<TableRow> Drain(DataViewRowCursor cursor, DataViewSchema.Column[] columns)
    {
        using (cursor)
        {
            return Table.Read(cursor, columns);
        }
    }
}
