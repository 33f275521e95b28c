using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>Only what is asked for is active, and only what that needs is asked of the source.</summary>
public class ActiveColumnsContract
{
    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public void A_column_is_active_if_and_only_if_it_was_asked_for(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Output;
        string[][] requests = [[], ["Kind"], [.. fitted.Case.Adds], [fitted.Case.Adds[^1], "Sparse"], [.. view.Schema.Select(column => column.Name)]];
        foreach (string[] request in requests)
        {
            using DataViewRowCursor cursor = view.GetRowCursor(request.Select(column => view.Schema[column]));
            foreach (DataViewSchema.Column column in view.Schema)
            {
                bool active = request.Contains(column.Name);
                cursor.IsColumnActive(column).ShouldBe(active, column.Name);
                if (active)
                {
                    ColumnReader.Of(cursor, column).ShouldNotBeNull();
                }
                else
                {
                    Should.Throw<ArgumentOutOfRangeException>(() => ColumnReader.Of(cursor, column)).Message
                        .ShouldBe("requested column not active (Parameter 'column')");
                }
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Only_the_columns_that_are_needed_are_asked_of_the_source(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        Table.Read(fitted.Transformer.Transform(spy), fitted.Case.Adds).Count.ShouldBe(ContractData.Rows);
        string[] reads = [.. fitted.Case.Reads.Order()];
        string[][] expected = fitted.Case.IsRowToRow ? [[.. reads.Append("Row").Order()]] : [["Row"], reads];
        spy.Requests.ShouldBe(expected, new SameNames());
    }

    [Theory, MemberData(nameof(All))]
    public void Fitting_asks_only_for_what_it_learns_from(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        fitted.Estimator.Fit(spy);
        string[] allowed = [.. fitted.Case.Reads, .. fitted.Case.Learns];
        spy.Requests.SelectMany(request => request).ShouldAllBe(column => allowed.Contains(column));
        spy.Requests.Count.ShouldBeLessThanOrEqualTo(1, "the data is read once");
    }

    [Theory, MemberData(nameof(All))]
    public void Unrelated_columns_cost_nothing(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        Table.Read(fitted.Transformer.Transform(spy), ["Kind"]).Count.ShouldBe(ContractData.Rows);
        spy.Requests.ShouldBe([["Kind", "Row"]], new SameNames());
        spy.RowsRead.ShouldBe(ContractData.Rows);
    }

    [Theory, MemberData(nameof(All))]
    public void Transforming_and_opening_a_cursor_read_no_row(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        IDataView view = fitted.Transformer.Transform(spy);
        spy.Requests.ShouldBeEmpty();
        using DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        foreach (string column in fitted.Case.Adds)
        {
            ColumnReader.Of(cursor, view.Schema[column]);
        }

        spy.RowsRead.ShouldBe(0);
    }

    private sealed class SameNames : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? one, string[]? other) => one!.SequenceEqual(other!);

        public int GetHashCode(string[] names) => names.Length;
    }
}
