using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Trainers;

/// <summary>What an estimator promises of its output columns is what its transformer makes, annotations included.</summary>
public class PromisedSchemaTests
{
    private readonly MLContext _ml = new(seed: 1);

    public static TheoryData<string> Names =>
        ["min-max", "mean-variance", "convert", "convert boolean", "to key", "to key as text", "key to value", "map value", "map to key", "map to vector", "indicator", "replace missing", "indicate missing", "one hot", "logistic", "entropy", "perceptron", "svm"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Promise_is_kept(string name)
    {
        var view = Problems.View(_ml, Problems.Overlapping(60));
        view = _ml.Transforms.Conversion.MapValueToKey("Key", "Class").Fit(view).Transform(view);
        var estimator = Make(name);

        SchemaShape promised = estimator.GetOutputSchema(Shape(view.Schema));
        SchemaShape made = Shape(estimator.Fit(view).GetOutputSchema(view.Schema));

        promised.Select(Describe).Order().ShouldBe(made.Select(Describe).Order());
    }

    private IEstimator<ITransformer> Make(string name)
    {
        var conversion = _ml.Transforms.Conversion;
        return name switch
        {
            "min-max" => _ml.Transforms.NormalizeMinMax("Out", "Features"),
            "mean-variance" => _ml.Transforms.NormalizeMeanVariance("Weight"),
            "convert" => conversion.ConvertType("Out", "Features", DataKind.Int32),
            "convert boolean" => conversion.ConvertType("Label"),
            "to key" => conversion.MapValueToKey("Out", "Class"),
            "to key as text" => conversion.MapValueToKey("Out", "Weight", addKeyValueAnnotationsAsText: true),
            "key to value" => conversion.MapKeyToValue("Out", "Key"),
            "map value" => conversion.MapValue("Out", new Dictionary<bool, string> { [true] = "yes" }, "Label"),
            "map to key" => conversion.MapValue("Out", new Dictionary<bool, string> { [true] = "yes" }, "Label", treatValuesAsKeyType: true),
            "map to vector" => conversion.MapValue("Out", new Dictionary<bool, float[]> { [true] = [1, 2] }.AsEnumerable(), "Label"),
            "indicator" => conversion.MapKeyToVector("Out", "Key"),
            "indicate missing" => _ml.Transforms.IndicateMissingValues("Out", "Features"),
            "one hot" => _ml.Transforms.Categorical.OneHotEncoding("Class"),
            "replace missing" => _ml.Transforms.ReplaceMissingValues("Features"),
            "logistic" => _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(),
            "entropy" => _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Key"),
            "perceptron" => _ml.BinaryClassification.Trainers.AveragedPerceptron(),
            _ => _ml.BinaryClassification.Trainers.LinearSvm(),
        };
    }

    private static SchemaShape Shape(DataViewSchema schema) => new FixedSchema(schema).Append(new EstimatorChain<ITransformer>()).GetOutputSchema();

    private static string Describe(SchemaShape.Column column) =>
        $"{column.Name}: {column.Kind} {column.ItemType} {(column.IsKey ? "key" : "")} [{string.Join("; ", column.Annotations.Select(Describe).Order())}]";

    /// <summary>Gives the shape of a schema by public means: the shape of a loader that has it.</summary>
    private sealed class FixedSchema(DataViewSchema schema) : IDataLoader<object>
    {
        public IDataView Load(object input) => throw new NotSupportedException();

        public DataViewSchema GetOutputSchema() => schema;

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException();
    }
}
