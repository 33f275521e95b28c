using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>What an estimator promises is what its transformer gives, and both refuse the same inputs.</summary>
public class SchemaContract
{
    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public void The_promise_is_kept_to_the_annotation(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IReadOnlyList<string> promised = Shapes.Lines(fitted.Estimator.GetOutputSchema(Shapes.Of(fitted.Data.Schema)));
        promised.ShouldBe(Shapes.Lines(fitted.Transformer.GetOutputSchema(fitted.Data.Schema)));
        promised.ShouldBe(Shapes.Lines(fitted.Output.Schema));
    }

    [Theory, MemberData(nameof(All))]
    public void The_columns_are_appended_and_all_types_are_those_of_the_view(string name)
    {
        Fitted fitted = Fitted.Of(name);
        DataViewSchema declared = fitted.Transformer.GetOutputSchema(fitted.Data.Schema), given = fitted.Output.Schema;
        given.Select(column => column.Name).ShouldBe([.. fitted.Data.Schema.Select(column => column.Name), .. fitted.Case.Adds]);
        declared.Select(column => (column.Name, column.Type)).ShouldBe(given.Select(column => (column.Name, column.Type)));
        given.Take(fitted.Data.Schema.Count).Select(column => column.Type).ShouldBe(fitted.Data.Schema.Select(column => column.Type));
    }

    [Theory, MemberData(nameof(All))]
    public void View_and_cursor_have_one_schema(string name)
    {
        IDataView view = Fitted.Of(name).Output;
        view.Schema.ShouldBeSameAs(view.Schema);
        using DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        cursor.Schema.ShouldBeSameAs(view.Schema);
    }

    [Theory, MemberData(nameof(All))]
    public void The_input_is_not_changed(string name)
    {
        Fitted fitted = Fitted.Of(name);
        fitted.Data.Schema.Select(column => column.Name).ShouldNotContain(column => fitted.Case.Adds.Contains(column));
        string[] columns = [.. fitted.Data.Schema.Select(column => column.Name)];
        Table.ShouldBeSame(Table.Read(fitted.Data, columns), Table.Read(ContractData.View(new MLContext(1)), columns));
    }

    [Theory, MemberData(nameof(All))]
    public void Promise_and_fit_refuse_a_missing_column_and_say_what_there_is(string name)
    {
        Fitted fitted = Fitted.Of(name);
        foreach (string column in fitted.Case.Reads.Concat(fitted.Case.Learns))
        {
            IDataView without = fitted.Context.Transforms.DropColumns(column).Fit(fitted.Data).Transform(fitted.Data);
            foreach (Action use in Uses(fitted, without, column))
            {
                string message = Should.Throw<ArgumentOutOfRangeException>(use, column).Message;
                message.ShouldContain($"'{column}'");
                message.ShouldContain("Stamp, RowId");
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Promise_and_fit_refuse_a_wrong_type_and_say_what_to_do(string name)
    {
        Fitted fitted = Fitted.Of(name);
        foreach (string column in fitted.Case.Reads.Concat(fitted.Case.Learns))
        {
            IDataView wrong = fitted.Context.Transforms.CopyColumns(column, "Span").Fit(fitted.Data).Transform(fitted.Data);
            foreach (Action use in Uses(fitted, wrong, column))
            {
                string message = Should.Throw<ArgumentOutOfRangeException>(use, column).Message;
                message.ShouldContain($"column '{column}': expected ");
                message.ShouldContain("TimeSpan");
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Nothing_is_an_error(string name)
    {
        Fitted fitted = Fitted.Of(name);
        Should.Throw<ArgumentNullException>(() => fitted.Estimator.Fit(null!)).ParamName.ShouldBe("input");
        Should.Throw<ArgumentNullException>(() => fitted.Estimator.GetOutputSchema(null!)).ParamName.ShouldBe("inputSchema");
        Should.Throw<ArgumentNullException>(() => fitted.Transformer.Transform(null!)).ParamName.ShouldBe("input");
        Should.Throw<ArgumentNullException>(() => fitted.Transformer.GetOutputSchema(null!)).ParamName.ShouldBe("inputSchema");
    }

    // A column that only fitting reads is not missed afterwards.
    private static IEnumerable<Action> Uses(Fitted fitted, IDataView view, string column)
    {
        yield return () => fitted.Estimator.GetOutputSchema(Shapes.Of(view.Schema));
        yield return () => fitted.Estimator.Fit(view);
        if (fitted.Case.Reads.Contains(column))
        {
            yield return () => fitted.Transformer.GetOutputSchema(view.Schema);
            yield return () => fitted.Transformer.Transform(view);
        }
        else
        {
            fitted.Transformer.Transform(view).Schema.Select(added => added.Name).ShouldContain(fitted.Case.Adds[0]);
        }
    }
}
