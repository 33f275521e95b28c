using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>A network maps a row alone as it does in a view; a score, which is of a view, says that it cannot.</summary>
public class RowMapperContract
{
    public static TheoryData<string> Networks => ContractCases.Networks;

    public static TheoryData<string> Scores => ContractCases.Scores;

    [Theory, MemberData(nameof(Networks))]
    public void A_row_has_the_values_that_it_has_in_the_view(string name)
    {
        Fitted fitted = Fitted.Of(name);
        fitted.Transformer.IsRowToRowMapper.ShouldBeTrue();
        Table.ShouldBeSame(RowMapping.Read(fitted.Transformer, fitted.Data, fitted.Case.Adds), Table.Read(fitted.Output, fitted.Case.Adds));
    }

    [Theory, MemberData(nameof(Networks))]
    public void Schemas_are_those_of_the_input_and_of_the_output(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IRowToRowMapper mapper = fitted.Transformer.GetRowToRowMapper(fitted.Data.Schema);
        mapper.InputSchema.ShouldBeSameAs(fitted.Data.Schema);
        mapper.OutputSchema.Select(column => (column.Name, column.Type)).ShouldBe(fitted.Output.Schema.Select(column => (column.Name, column.Type)));
        using DataViewRowCursor cursor = fitted.Data.GetRowCursor(fitted.Data.Schema);
        using DataViewRow row = mapper.GetRow(cursor, mapper.OutputSchema);
        row.Schema.ShouldBeSameAs(mapper.OutputSchema);
    }

    [Theory, MemberData(nameof(Networks))]
    public void Dependencies_are_what_is_needed_and_no_more(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IRowToRowMapper mapper = fitted.Transformer.GetRowToRowMapper(fitted.Data.Schema);
        string[] Needed(params string[] columns) =>
            [.. mapper.GetDependencies(columns.Select(column => mapper.OutputSchema[column])).Select(column => column.Name).Order()];
        Needed().ShouldBeEmpty();
        Needed("Kind").ShouldBe(["Kind"]);
        foreach (string column in fitted.Case.Adds)
        {
            Needed(column).ShouldBe(fitted.Case.Reads);
            Needed(column, "Kind").ShouldBe([.. fitted.Case.Reads.Append("Kind").Order()]);
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_row_knows_which_columns_are_active(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IRowToRowMapper mapper = fitted.Transformer.GetRowToRowMapper(fitted.Data.Schema);
        DataViewSchema.Column[] wanted = [mapper.OutputSchema[fitted.Case.Adds[0]], mapper.OutputSchema["Row"]];
        using DataViewRowCursor cursor = fitted.Data.GetRowCursor(mapper.GetDependencies(wanted));
        using DataViewRow row = mapper.GetRow(cursor, wanted);
        foreach (DataViewSchema.Column column in mapper.OutputSchema)
        {
            bool active = wanted.Any(one => one.Index == column.Index);
            row.IsColumnActive(column).ShouldBe(active, column.Name);
            if (!active)
            {
                Should.Throw<ArgumentOutOfRangeException>(() => ColumnReader.Of(row, column)).Message
                    .ShouldBe("requested column not active (Parameter 'column')");
            }
        }

        Should.Throw<InvalidOperationException>(() => row.GetGetter<TimeSpan>(wanted[0]));
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_prediction_engine_answers_each_call_for_its_own_input(string name)
    {
        Fitted fitted = Fitted.Of(name);
        SchemaDefinition output = SchemaDefinition.Create(typeof(VectorPrediction));
        output[nameof(VectorPrediction.Values)].ColumnName = fitted.Case.Vector;
        using PredictionEngine<ContractRow, VectorPrediction> engine =
            fitted.Context.Model.CreatePredictionEngine<ContractRow, VectorPrediction>(fitted.Transformer, outputSchemaDefinition: output);
        IReadOnlyList<TableRow> expected = Table.Read(fitted.Output, [fitted.Case.Vector]);
        ContractRow[] rows = ContractData.Objects();
        foreach (int row in new[] { 0, 1, 2, 17, 17, 3, 0 })
        {
            object[] answer = [.. engine.Predict(rows[row]).Values.Cast<object>()];
            Table.Same(answer, expected[row].Values[fitted.Case.Vector]).ShouldBeTrue($"row {row}");
        }
    }

    [Theory, MemberData(nameof(Scores))]
    public void A_score_maps_no_single_row_and_says_what_to_do(string name)
    {
        Fitted fitted = Fitted.Of(name);
        fitted.Transformer.IsRowToRowMapper.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => fitted.Transformer.GetRowToRowMapper(fitted.Data.Schema)).Message
            .ShouldContain("GetModelFor(TransformerScope.Scoring)");
        Should.Throw<ArgumentOutOfRangeException>(
            () => fitted.Context.Model.CreatePredictionEngine<ContractRow, VectorPrediction>(fitted.Transformer)).Message
            .ShouldBe("Must be a row to row mapper (Parameter 'transformer')");
    }
}
