using Geometry.MLNet;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows of tables in CSV files.</summary>
internal static class CsvSource
{
    private static readonly Parameter<string> Train = Parameters.Text("train", "The file that the chain is fitted on.");
    private static readonly Parameter<string> Test = Parameters.Text("test", "The file that is scored.").Or("", "the file of train");

    private static readonly Parameter<Dictionary<string, string>> Vectors = new Parameter<Dictionary<string, string>>("vectors", "object of selections of columns",
        "Vector columns to make: for each its name and the columns of the file, as names, ranges (f0..f99) and prefixes (f*) with commas between them.", TryVectors)
        .Or([], "none");

    private static readonly Parameter<string[]> TextColumns = Parameters
        .Texts("textColumns", "Columns that are texts even where they look like numbers, such as codes of conditions.").Or([], "none");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("csv",
        "Tables with a header; paths count from the folder of the pipeline file. Columns: the vectors, and each other column as a number or a text.",
        [Train, Test, Vectors, TextColumns], Load)
    {
        Check = (arguments, directory, problems) => FileCheck.Require(arguments, [Train, Test], directory, problems),
        Files = (arguments, directory) => FileCheck.Paths(arguments, [Train, Test], directory),
    };

    private static DataViews Load(DataRequest request, Arguments arguments)
    {
        var options = new CsvLoadOptions { Vectors = arguments.Get(Vectors), TextColumns = arguments.Get(TextColumns) };
        IDataView train = request.ML.Geometry.Data.LoadFromCsv(request.PathOf(arguments.Get(Train)), options);
        return new DataViews(train, arguments.IsGiven(Test) ? request.ML.Geometry.Data.LoadFromCsv(request.PathOf(arguments.Get(Test)), options) : train);
    }

    private static bool TryVectors(JsonValue json, ProblemList problems, out Dictionary<string, string> value)
    {
        value = [];
        if (json.Kind != JsonKind.Object)
        {
            return Parameters.Refuse(json, problems, "object of selections of columns");
        }

        bool good = true;
        foreach (JsonField field in json.Fields)
        {
            good &= Parameters.TryText(field.Value, problems, out string selection);
            value[field.Name] = selection;
        }

        return good;
    }
}
