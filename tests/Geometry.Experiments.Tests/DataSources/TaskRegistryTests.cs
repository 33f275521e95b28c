using System.Text;
using Geometry.Tasks;
using Microsoft.ML;

namespace Geometry.Experiments.Tests;

/// <summary>Families of tasks in pipeline files.</summary>
public class TaskRegistryTests
{
    private const string Dimensions = "\"dimensions\": 40, ";
    private const string Common = "\"commonMean\": 0.5, \"range\": \"ZeroToOne\", \"scale\": 3, \"noiseLaw\": \"studentt\", \"noiseDegreesOfFreedom\": 4, \"noise\": 0.1, ";

    private static readonly Dictionary<string, GeometryTask> s_defaults = new()
    {
        ["UnstructuredBinary"] = new UnstructuredBinaryTask { Seed = 9 },
        ["SeparableXor"] = new SeparableXorTask { Seed = 9 },
        ["Walsh"] = new WalshTask { Seed = 9 },
        ["Kernel"] = new KernelTask { Seed = 9 },
        ["Parity"] = new ParityTask { Seed = 9 },
        ["BooleanFunction"] = new BooleanFunctionTask { Seed = 9 },
        ["Gratings"] = new GratingsTask { Seed = 9 },
    };

    public static TheoryData<string, string> Settings => new()
    {
        { "UnstructuredBinary", "\"conditions\": 8, \"entries\": \"Uniform\", \"targetNumber\": 3, \"center\": false" },
        { "UnstructuredBinary", "\"conditions\": 8, \"target\": \"snake\", \"seed\": 4" },
        { "SeparableXor", "\"bits\": 3, \"separability\": 0.25" },
        { "Walsh", "\"bits\": 4, \"targets\": 4, \"alignment\": 0.3, \"spread\": 0.5" },
        { "Kernel", "\"conditions\": 12, \"targets\": 2, \"rank\": 3, \"alignment\": 0.6, \"spread\": 0" },
        { "Parity", "\"bits\": 4, \"order\": 2" },
        { "BooleanFunction", "\"function\": \"majority\"" },
        { "Gratings", "\"size\": 8, \"channels\": 1, \"latents\": [\"contrast\", \"Phase\"], \"targets\": [\"Phase\", \"Contrast^Phase\"], \"cycles\": 2, "
            + "\"phaseDifference\": 45, \"lowContrast\": 0.25" },
        { "Gratings", "\"size\": 4, \"cycles\": 1, \"latents\": [\"Colour\", \"Orientation\"], \"orientationDifference\": 30, \"saturation\": 1" },
    };

    private static GeometryTask[] Expected =>
    [
        new UnstructuredBinaryTask
        {
            Conditions = 8, Entries = InputEntries.Uniform, TargetNumber = 3, Center = false, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new UnstructuredBinaryTask
        {
            Conditions = 8, Target = "snake", Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 4,
        },
        new SeparableXorTask
        {
            Bits = 3, Separability = 0.25, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new WalshTask
        {
            Bits = 4, Targets = 4, Alignment = 0.3, Spread = 0.5, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new KernelTask
        {
            Conditions = 12, Targets = 2, Rank = 3, Alignment = 0.6, Spread = 0, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new ParityTask
        {
            Bits = 4, Order = 2, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new BooleanFunctionTask
        {
            Function = BooleanFunction.Corner, Dimensions = 40, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new GratingsTask
        {
            Size = 8, Channels = 1, Latents = [GratingLatent.Contrast, GratingLatent.Phase], Targets = ["Phase", "Contrast^Phase"], Cycles = 2,
            PhaseDifference = 45, LowContrast = 0.25, CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
        new GratingsTask
        {
            Size = 4, Cycles = 1, Latents = [GratingLatent.Colour, GratingLatent.Orientation], OrientationDifference = 30, Saturation = 1,
            CommonMean = 0.5, Range = InputRange.ZeroToOne,
            Scale = 3, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = 4, Noise = 0.1, Seed = 9,
        },
    ];

    [Fact]
    public void Every_family_of_the_library_can_be_named() =>
        TaskRegistry.All.Select(task => Build(task.Name, "").GetType()).ShouldBe(
            typeof(GeometryTask).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GeometryTask))), ignoreOrder: true);

    [Fact]
    public void The_defaults_are_those_of_the_families()
    {
        TaskRegistry.All.Select(task => task.Name).ShouldBe(s_defaults.Keys);
        foreach ((string name, GeometryTask task) in s_defaults)
        {
            ShouldBeSame(Build(name, ""), task);
        }
    }

    [Fact]
    public void Every_setting_reaches_the_task()
    {
        foreach ((object[] setting, GeometryTask expected) in Settings.Zip(Expected))
        {
            // The size of images says how many features they have.
            string dimensions = expected is GratingsTask ? "" : Dimensions;
            ShouldBeSame(Build((string)setting[0], dimensions + Common + setting[1]), expected);
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_columns_of_a_pipeline_are_the_tasks(string name, string parameters)
    {
        Pipeline pipeline = Pipeline.Parse(Encoding.UTF8.GetBytes($$"""
            {
              "name": "task",
              "data": { "source": "task", "name": "{{name}}", "parameters": { {{parameters}} }, "trainRows": 10, "testRows": 5, "testNoise": 2 },
              "pipeline": [ { "step": "Mlp", "hiddenWidths": [4] } ]
            }
            """), "task.json", null);
        Cell cell = pipeline.Cells.ShouldHaveSingleItem();
        DataViews views = cell.Source.Definition.Load(new DataRequest(new MLContext(seed: 1), ".", 1, SchemaOnly: false), cell.Source.Arguments);
        string[] targets = [.. Build(name, parameters).Layout.TargetNames];
        views.Train.Schema.Select(column => column.Name).ShouldBe(
            targets.Length == 1 ? ["Features", "Condition", "Label"] : ["Features", "Condition", .. targets, "Label"]);
        views.Test.GetRowCount().ShouldBe(5);
    }

    private static GeometryTask Build(string name, string parameters)
    {
        var problems = new ProblemList("task.json");
        JsonValue json = JsonFileReader.Read(Encoding.UTF8.GetBytes($"{{ {parameters} }}"), problems)!;
        TaskDefinition task = TaskRegistry.All.Single(candidate => candidate.Name == name);
        Arguments.TryRead(json, "the task", task.Parameters, [], problems, out Arguments arguments).ShouldBeTrue();
        return task.Build(arguments, new TaskDefaults(9, null));
    }

    private static void ShouldBeSame(GeometryTask task, GeometryTask expected)
    {
        task.GetType().ShouldBe(expected.GetType());
        task.Layout.Means.ToArray().ShouldBe(expected.Layout.Means.ToArray());
        task.Layout.Targets.ToArray().ShouldBe(expected.Layout.Targets.ToArray());
        task.Sample(5, 3).Features.ToArray().ShouldBe(expected.Sample(5, 3).Features.ToArray());
    }
}
