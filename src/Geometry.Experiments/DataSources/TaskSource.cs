using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Rows that are drawn from a task of known geometry.</summary>
internal static class TaskSource
{
    private static readonly Parameter<TaskDefinition> Name = Parameters.Choice("name", "The family of tasks.", TaskRegistry.All.Select(task => (task.Name, task)), "task");

    private static readonly Parameter<JsonValue> Settings = new Parameter<JsonValue>("parameters", "object",
        "The settings of the task; `geometry list datasets` shows them.", (JsonValue json, ProblemList _, out JsonValue value) =>
        {
            value = json;
            return true;
        }).Or(new JsonValue { Kind = JsonKind.Object, Place = default }, "the task's defaults");

    private static readonly Parameter<int> TrainRows = Parameters.Integer("trainRows", "The number of training rows.", 1).Or(5000, "5000");
    private static readonly Parameter<int> TestRows = Parameters.Integer("testRows", "The number of test rows.", 1).Or(1000, "1000");
    private static readonly Parameter<double> TestNoise = Parameters.Number("testNoise", "The standard deviation of the noise of the test rows.", 0).Or(0, "that of the training rows");
    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the rows; the test rows have another one made of it.").Or(0, "the seed of the file");

    /// <summary>Gets the source.</summary>
    public static DataSourceDefinition Definition { get; } = new("task",
        "Rows drawn from a task of known geometry. Columns: Features, Condition and the targets: Label where there is one; else one column a target by its name, and Label, the vector of all.",
        [Name, Settings, TrainRows, TestRows, TestNoise, Seed], Load)
    {
        Check = (arguments, _, problems) => Check(arguments, problems),
        DrawTest = DrawTest,
        TrainingRows = arguments => arguments.Get(TrainRows),
    };

    private static void Check(Arguments arguments, ProblemList problems)
    {
        TaskDefinition task = arguments.Get(Name);
        if (!ReadSettings(arguments, problems, out Arguments settings))
        {
            return;
        }

        try
        {
            _ = task.Build(settings, new TaskDefaults(0, null)).Layout;
        }
        catch (ArgumentException e)
        {
            problems.Add(arguments.PlaceOf(Settings), UserErrors.Text(e));
        }
    }

    private static DataViews Load(DataRequest request, Arguments arguments) =>
        new(Draw(request, arguments, TaskOf(request, arguments, null), TrainRows, SeedOf(request, arguments)), DrawTest(request, arguments));

    // The complement is another seed for every seed.
    private static IDataView DrawTest(DataRequest request, Arguments arguments) => Draw(
        request, arguments, TaskOf(request, arguments, arguments.IsGiven(TestNoise) ? arguments.Get(TestNoise) : null), TestRows, ~SeedOf(request, arguments));

    private static IDataView Draw(DataRequest request, Arguments arguments, GeometryTask task, Parameter<int> rows, long seed) =>
        request.ML.Geometry.Data.FromTask(task, request.Limit(arguments.Get(rows))!.Value, seed);

    private static GeometryTask TaskOf(DataRequest request, Arguments arguments, double? noise)
    {
        ReadSettings(arguments, new ProblemList(""), out Arguments settings);
        return arguments.Get(Name).Build(settings, new TaskDefaults(request.PipelineSeed, noise));
    }

    private static long SeedOf(DataRequest request, Arguments arguments) => arguments.GetOr(Seed, request.PipelineSeed);

    private static bool ReadSettings(Arguments arguments, ProblemList problems, out Arguments settings)
    {
        TaskDefinition task = arguments.Get(Name);
        return Arguments.TryRead(arguments.Get(Settings), $"the task '{task.Name}'", task.Parameters, [], problems, out settings);
    }
}
