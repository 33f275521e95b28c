using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>Cursors move, stop and refuse as ML.NET's own do.</summary>
public class CursorContract
{
    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public void Positions_batches_and_ids_are_those_of_the_source(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Output;
        using DataViewRowCursor cursor = view.GetRowCursor(Table.Columns(view, fitted.Case.Adds)), source = fitted.Data.GetRowCursor([]);
        ValueGetter<DataViewRowId> readId = cursor.GetIdGetter(), readSource = source.GetIdGetter();
        DataViewRowId id = default, expected = default;
        var ids = new HashSet<DataViewRowId>();
        cursor.Position.ShouldBe(-1);
        for (long position = 0; position < ContractData.Rows; position++)
        {
            cursor.MoveNext().ShouldBeTrue();
            source.MoveNext();
            cursor.Position.ShouldBe(position);
            cursor.Batch.ShouldBe(source.Batch);
            readId(ref id);
            readSource(ref expected);
            id.ShouldBe(expected);
            ids.Add(id).ShouldBeTrue();
        }

        cursor.MoveNext().ShouldBeFalse();
        cursor.Position.ShouldBe(-1);
        cursor.MoveNext().ShouldBeFalse();
        cursor.Position.ShouldBe(-1);
    }

    [Theory, MemberData(nameof(All))]
    public void A_disposed_cursor_stands_nowhere(string name)
    {
        IDataView view = Fitted.Of(name).Output;
        DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        cursor.MoveNext().ShouldBeTrue();
        cursor.Dispose();
        cursor.Dispose();
        cursor.Position.ShouldBe(-1);
        cursor.MoveNext().ShouldBeFalse();
    }

    [Theory, MemberData(nameof(All))]
    public void There_is_no_value_before_the_first_row_and_after_the_last(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Output;
        DataViewSchema.Column[] columns = Table.Columns(view, fitted.Case.Adds);
        using DataViewRowCursor cursor = view.GetRowCursor(columns);
        Func<object>[] readers = Array.ConvertAll(columns, column => ColumnReader.Of(cursor, column));
        readers.ShouldAllBe(read => Fails(read));
        while (cursor.MoveNext())
        {
        }

        readers.ShouldAllBe(read => Fails(read));
    }

    [Theory, MemberData(nameof(All))]
    public void Getters_serve_row_after_row_and_again_on_the_same_row(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Output;
        DataViewSchema.Column[] columns = Table.Columns(view, fitted.Case.Adds);
        using DataViewRowCursor cursor = view.GetRowCursor(columns);
        Func<TableRow> read = Table.Reader(cursor, columns);
        while (cursor.MoveNext())
        {
            Table.ShouldBeSame([read()], [read()]);
            Table.ShouldBeSame([Table.Reader(cursor, columns)()], [read()]);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_getter_of_another_type_is_refused(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Output;
        using DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        foreach (string column in fitted.Case.Adds.Append("Features").Append("Kind"))
        {
            InvalidOperationException refusal = Should.Throw<InvalidOperationException>(() => cursor.GetGetter<TimeSpan>(view.Schema[column]));
            refusal.Message.ShouldStartWith("Invalid TValue in GetGetter for column #");
            Should.Throw<InvalidOperationException>(() => cursor.GetGetter<VBuffer<ulong>>(view.Schema[column]));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void The_number_of_rows_and_the_order_are_those_of_the_source(string name)
    {
        Fitted fitted = Fitted.Of(name);
        fitted.Output.GetRowCount().ShouldBe(ContractData.Rows);
        fitted.Output.CanShuffle.ShouldBe(fitted.Data.CanShuffle);
        Table.Read(fitted.Output, fitted.Case.Adds).Select(row => row.Number).ShouldBe(Enumerable.Range(0, ContractData.Rows));
    }

    private static bool Fails(Func<object> read)
    {
        try
        {
            read();
            return false;
        }
        catch (Exception exception) when (exception is InvalidOperationException or NullReferenceException)
        {
            return true;
        }
    }
}
