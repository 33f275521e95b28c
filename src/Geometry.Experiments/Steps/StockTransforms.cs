using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Geometry.Experiments;

/// <summary>ML.NET's own transforms, with the parameter names and defaults of its catalogs.</summary>
internal static class StockTransforms
{
    private static readonly Parameter<string> Output = Parameters.NewColumn("outputColumnName", "The column that the step makes; an existing one is replaced.");

    private static readonly Parameter<string> Input =
        Parameters.Column("inputColumnName", "The column that the step reads.").Or("", "outputColumnName").ReadsColumn(Output);

    private static readonly Parameter<string[]> Names = Parameters.Columns("columnNames", "The columns.");

    private static readonly Parameter<int> Examples = Parameters.Integer("maximumExampleCount", "How many rows the scale is learnt from, at most.", 1)
        .Or(1_000_000_000, "1000000000");

    private static readonly Parameter<bool> FixZero = Parameters.Boolean("fixZero", true, "Whether 0 stays 0, which keeps sparse columns sparse.");
    private static readonly Parameter<bool> UseCdf = Parameters.Boolean("useCdf", false, "Whether the output is the value of the cumulative distribution.");

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        Define("NormalizeMinMax", "Scales a column by the smallest and greatest value of the training rows.", [Output, Input, Examples, FixZero],
            (ml, a) => ml.Transforms.NormalizeMinMax(a.Get(Output), In(a), a.Get(Examples), a.Get(FixZero))),
        Define("NormalizeMeanVariance", "Scales a column by the mean and variance of the training rows.", [Output, Input, Examples, FixZero, UseCdf],
            (ml, a) => ml.Transforms.NormalizeMeanVariance(a.Get(Output), In(a), a.Get(Examples), a.Get(FixZero), a.Get(UseCdf))),
        Concatenate(),
        CopyColumns(),
        Define("DropColumns", "Removes columns.", [Names], (ml, a) => ml.Transforms.DropColumns(a.Get(Names))),
        Define("SelectColumns", "Keeps the named columns and removes all others.", [Names], (ml, a) => ml.Transforms.SelectColumns(a.Get(Names))),
        ConvertType(),
        MapValueToKey(),
        Define("MapKeyToValue", "Turns a key column back into the values that its keys stand for.", [Output, Input],
            (ml, a) => ml.Transforms.Conversion.MapKeyToValue(a.Get(Output), In(a))),
        new StepDefinition("AppendCacheCheckpoint", StepOrigin.MLNet,
            "Keeps the columns that the following steps read in memory while the chain is fitted, so that earlier steps run once.", []),
    ];

    private static StepDefinition Concatenate()
    {
        Parameter<string[]> inputs = Parameters.Columns("inputColumnNames", "The columns to put behind one another, all of one type.");
        return Define("Concatenate", "Makes one vector column of several columns.", [Output, inputs],
            (ml, a) => ml.Transforms.Concatenate(a.Get(Output), a.Get(inputs)));
    }

    private static StepDefinition CopyColumns()
    {
        Parameter<string> input = Parameters.Column("inputColumnName", "The column to copy.");
        return Define("CopyColumns", "Copies a column.", [Output, input], (ml, a) => ml.Transforms.CopyColumns(a.Get(Output), a.Get(input)));
    }

    private static StepDefinition ConvertType()
    {
        Parameter<DataKind> kind = Parameters.Choice<DataKind>("outputKind", "The type of the values.").Or(DataKind.Single, "Single");
        return Define("ConvertType", "Converts the values of a column to another type.", [Output, Input, kind],
            (ml, a) => ml.Transforms.Conversion.ConvertType(a.Get(Output), In(a), a.Get(kind)));
    }

    private static StepDefinition MapValueToKey()
    {
        Parameter<int> maximum = Parameters.Integer("maximumNumberOfKeys", "How many values get a key, at most.", 1).Or(1_000_000, "1000000");
        Parameter<ValueToKeyMappingEstimator.KeyOrdinality> order = Parameters.Choice<ValueToKeyMappingEstimator.KeyOrdinality>(
            "keyOrdinality", "Whether keys follow the order in which values occur, or the order of the values.")
            .Or(ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence, "ByOccurrence");
        Parameter<bool> asText = Parameters.Boolean("addKeyValueAnnotationsAsText", false, "Whether the values are kept as text.");
        return Define("MapValueToKey", "Turns a column of values into keys; the training rows say which values there are.",
            [Output, Input, maximum, order, asText],
            (ml, a) => ml.Transforms.Conversion.MapValueToKey(a.Get(Output), In(a), a.Get(maximum), a.Get(order), a.Get(asText)));
    }

    private static string? In(Arguments arguments) => arguments.IsGiven(Input) ? arguments.Get(Input) : null;

    private static StepDefinition Define(
        string name, string description, IReadOnlyList<Parameter> parameters, Func<MLContext, Arguments, IEstimator<ITransformer>> make) =>
        new(name, StepOrigin.MLNet, description, parameters) { Build = (context, arguments) => [make(context.ML, arguments)] };
}
