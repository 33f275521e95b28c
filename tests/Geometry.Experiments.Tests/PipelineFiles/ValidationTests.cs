namespace Geometry.Experiments.Tests;

public class ValidationTests
{
    [Theory]
    [InlineData("\"tanh\", \"relu\"", "\"tahn\", \"relu\"",
        "(6,31) $.sweep.nonlinearity[0]: The nonlinearity 'tahn' is unknown")]
    [InlineData("\"$nonlinearity\"", "\"$nonlinarity\"",
        "(6,14) $.sweep.nonlinearity: nothing uses the variable 'nonlinearity'; write \"$nonlinearity\" where its value belongs, or remove it.|(9,62) $.pipeline[1].nonlinearity: unknown variable '$nonlinarity'; did you mean '$nonlinearity'? Known: $nonlinearity, $seed.|(9,62) $.pipeline[1].nonlinearity: The nonlinearity '$nonlinarity' is unknown. Did you mean 'linear'?")]
    [InlineData("\"$nonlinearity\"", "\"swich\"",
        "(6,14) $.sweep.nonlinearity: nothing uses the variable 'nonlinearity'; write \"$nonlinearity\" where its value belongs, or remove it.|(9,62) $.pipeline[1].nonlinearity: The nonlinearity 'swich' is unknown")]
    [InlineData("\"step\": \"Mlp\"", "\"step\": \"MLP\"",
        "(9,15) $.pipeline[1].step: unknown step 'MLP'; did you mean 'Mlp'?")]
    [InlineData("\"step\": \"Mlp\", ", "",
        "(9,5) $.pipeline[1]: the step lacks the field 'step'.")]
    [InlineData("\"hiddenWidths\": [8, 4]", "\"hiddenWidth\": [8, 4]",
        "(9,22) $.pipeline[1].hiddenWidth: the step 'Mlp' has no field 'hiddenWidth'; did you mean 'hiddenWidths'?")]
    [InlineData("[8, 4]", "[8, 0]",
        "(9,42) $.pipeline[1].hiddenWidths[1]: expected a whole number of at least 1, got the number 0.")]
    [InlineData("[8, 4]", "8",
        "(9,38) $.pipeline[1].hiddenWidths: expected a list of whole numbers of at least 1, got the number 8.")]
    [InlineData("[8, 4]", "[]",
        "(9,38) $.pipeline[1].hiddenWidths: the list is empty.")]
    [InlineData("\"epochs\": 2", "\"epochs\": 2.5",
        "(9,89) $.pipeline[1].epochs: expected a whole number from 0 to 10000000, got the number 2.5.")]
    [InlineData("\"epochs\": 2", "\"epochs\": \"2\"",
        "(9,89) $.pipeline[1].epochs: expected a whole number from 0 to 10000000, got the text '2'.")]
    [InlineData("\"epochs\": 2", "\"optimizer\": \"adma\"",
        "(9,92) $.pipeline[1].optimizer: unknown optimizer 'adma'; did you mean 'Adam'? Known: Sgd, Adam.")]
    [InlineData("\"epochs\": 2", "\"optimizer\": \"Adam\", \"momentum\": 0.5",
        "(9,5) $.pipeline[1]: the step 'Mlp' cannot be used here: MlpOptions has 1 setting out of range: Momentum")]
    [InlineData("\"epochs\": 2", "\"initialisation\": { \"gian\": 1 }",
        "(9,99) $.pipeline[1].initialisation.gian: the object 'initialisation' has no field 'gian'; did you mean 'gain'? Known: weights, biases, gain, biasGain, readoutGain.")]
    [InlineData("\"epochs\": 2", "\"learningRate\": -1",
        "(9,95) $.pipeline[1].learningRate: expected a number of at least 0, got the number -1.")]
    [InlineData("\"folds\": 2", "\"folds\": 1",
        "(10,127) $.pipeline[2].folds: expected a whole number of at least 2, got the number 1.")]
    [InlineData("\"folds\": 2", "\"decoder\": \"LeastSquares\", \"cost\": 2",
        "(10,5) $.pipeline[2]: the step 'Decodability' cannot be used here: 'cost' does not go with the decoder")]
    [InlineData("\"folds\": 2", "\"scope\": \"Test\"",
        "(10,127) $.pipeline[2].scope: unknown scope 'Test'.")]
    [InlineData("\"Hidden2\"", "\"Hiden2\"",
        "(10,58) $.pipeline[2].embeddings[1]: the step 'Decodability' reads the column 'Hiden2' (embeddings), which neither the data nor an earlier step gives; did you mean 'Hidden2'?")]
    [InlineData("\"embeddings\": [\"Hidden1\"], ", "",
        "(11,5) $.pipeline[3]: the step 'Alignment' lacks the field 'embeddings' (list of columns): The vector columns to score.")]
    [InlineData("\"input\": \"Features\", \"target\": \"Label\"", "\"kind\": \"Debiased\"",
        "(11,5) $.pipeline[3]: the step 'Alignment' cannot be used here:")]
    [InlineData("\"outputColumnName\": \"Features\"", "\"outputColumnName\": \"Fetures\"",
        "(8,60) $.pipeline[0].outputColumnName: the step 'NormalizeMeanVariance' reads the column 'Fetures' (inputColumnName), which neither the data nor an earlier step gives; did you mean 'Features'? Known: Features, Condition, Label.")]
    [InlineData("\"outputColumnName\": \"Features\"", "\"outputColumnName\": \"\"",
        "(8,60) $.pipeline[0].outputColumnName: the text is empty.")]
    [InlineData("\"outputColumnName\": \"Features\"", "\"outputColumnName\": \"Label\"",
        "(8,5) $.pipeline[0]: the step 'NormalizeMeanVariance' cannot be used here: Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: Boolean.")]
    [InlineData("\"name\": \"small\",", "",
        "(1,1) $: the pipeline file lacks the field 'name' (letters, digits, '.', '_' and '-'): The name of the experiment, in the tables and as the folder of the results.")]
    [InlineData("\"name\": \"small\"", "\"name\": \"../small\"",
        "(2,11) $.name: the name '../small' becomes a folder: use letters, digits, '.', '_' and '-', beginning with a letter or digit.")]
    [InlineData("\"seed\": 7", "\"seed\": true",
        "(4,11) $.seed: expected a whole number, got true.")]
    [InlineData("\"seed\": 7", "\"sed\": 7",
        "(4,3) $.sed: the pipeline file has no field 'sed'; did you mean 'seed'? Known: data, sweep, quick, pipeline, name, description, seed.")]
    [InlineData("\"source\": \"task\"", "\"source\": \"tsk\"",
        "(5,23) $.data.source: unknown data source 'tsk'; did you mean 'task'? Known: dataset, task, csv, idx, cifar, imageFolder.")]
    [InlineData("\"source\": \"task\", ", "",
        "(5,11) $.data: the data lacks the field 'source'. Known: dataset, task, csv, idx, cifar, imageFolder.")]
    [InlineData("\"UnstructuredBinary\"", "\"UnstructuredBinry\"",
        "(5,39) $.data.name: unknown task 'UnstructuredBinry'; did you mean 'UnstructuredBinary'? Known: UnstructuredBinary, SeparableXor, Walsh, Kernel, Parity, BooleanFunction, Gratings.")]
    [InlineData("\"dimensions\": 10", "\"dimension\": 10",
        "(5,77) $.data.parameters.dimension: the task 'UnstructuredBinary' has no field 'dimension'; did you mean 'dimensions'? Known: conditions, entries, target, targetNumber, dimensions, center, commonMean, range, scale, noise, noiseLaw, noiseDegreesOfFreedom, seed.")]
    [InlineData("\"dimensions\": 10", "\"conditions\": 6",
        "(5,75) $.data.parameters: UnstructuredBinaryTask has 1 setting out of range: Conditions = 6")]
    [InlineData("\"dimensions\": 10", "\"dimensions\": 0",
        "(5,91) $.data.parameters.dimensions: expected a whole number of at least 1, got the number 0.")]
    [InlineData("\"UnstructuredBinary\", \"parameters\": { ", "\"Walsh\", \"parameters\": { \"targets\": 3, \"bits\": 2, \"alignment\": 0.5, ",
        "(5,62) $.data.parameters: WalshTask has 1 setting out of range: Alignment = 0.5: must be 1 where all 3 Walsh functions are targets")]
    [InlineData("\"trainRows\": 60", "\"trainRows\": 0",
        "(5,127) $.data.trainRows: expected a whole number of at least 1, got the number 0.")]
    [InlineData("\"nonlinearity\": [\"tanh\", \"relu\"]", "\"nonlinearity\": [\"tanh\"], \"noise\": [1]",
        "(6,40) $.sweep.noise: nothing uses the variable 'noise'; write \"$noise\" where its value belongs, or remove it.")]
    public void What_is_wrong_is_said_with_its_place(string from, string to, string expected)
    {
        IReadOnlyList<string> problems = PipelineText.ProblemsAfter(from, to);

        // A long list of known names at the end is left out here.
        string[] starts = [.. expected.Split('|').Select(start => PipelineText.File + start)];
        problems.Count.ShouldBe(starts.Length, string.Join('\n', problems));
        foreach ((string problem, string start) in problems.Zip(starts))
        {
            problem.ShouldStartWith(start, Case.Sensitive);
        }
    }

    [Fact]
    public void All_problems_are_reported_at_once_in_the_order_of_their_places()
    {
        string text = PipelineText.Small
            .Replace("\"seed\": 7", "\"seed\": \"7\"", StringComparison.Ordinal)
            .Replace("\"dimensions\": 10", "\"dimensions\": -10", StringComparison.Ordinal)
            .Replace("\"tanh\", \"relu\"", "\"tahn\", \"rleu\"", StringComparison.Ordinal)
            .Replace("\"step\": \"Alignment\"", "\"step\": \"Alignement\"", StringComparison.Ordinal);

        PipelineText.ProblemsOf(text).Select(problem => problem.Split(' ')[1]).ShouldBe(
            ["$.seed:", "$.data.parameters.dimensions:", "$.sweep.nonlinearity[0]:", "$.sweep.nonlinearity[1]:", "$.pipeline[3].step:"]);
    }

    [Fact]
    public void Columns_are_checked_as_far_as_the_steps_are_right()
    {
        string text = PipelineText.Small
            .Replace("\"outputColumnName\": \"Features\"", "\"outputColumnName\": \"Fetures\"", StringComparison.Ordinal)
            .Replace("\"step\": \"Alignment\"", "\"step\": \"Alignement\"", StringComparison.Ordinal);

        PipelineText.ProblemsOf(text).Select(problem => problem.Split(' ')[1]).ShouldBe(["$.pipeline[0].outputColumnName:", "$.pipeline[3].step:"]);
    }

    [Theory]
    [InlineData("{ \"source\": \"dataset\", \"name\": \"fashion-mnits\" }", "(5,42) $.data.name: unknown data set 'fashion-mnits'; did you mean 'fashion-mnist'?")]
    [InlineData("{ \"source\": \"dataset\", \"name\": \"fashion-mnist\", \"test\": \"tset\" }",
        "(5,67) $.data.test: the data set 'fashion-mnist' has no part 'tset'; did you mean 'test'?")]
    [InlineData("{ \"source\": \"dataset\", \"name\": \"fashion-mnist\", \"targets\": { \"Label\": [\"Coat\", \"Pulover\"] } }",
        "(5,90) $.data.targets.Label[1]: unknown class 'Pulover' in the target 'Label'; did you mean 'Pullover'?")]
    [InlineData("{ \"source\": \"csv\", \"train\": \"nowhere/table.csv\" }", "(5,39) $.data.train: there is no file '")]
    [InlineData("{ \"source\": \"csv\", \"train\": \"table.csv\", \"vectors\": { \"Features\": 1 } }", "(5,77) $.data.vectors.Features: expected a text, got the number 1.")]
    [InlineData("{ \"source\": \"idx\", \"trainImages\": \"a\", \"trainLabels\": \"b\", \"testImages\": \"c\" }",
        "(5,11) $.data: the data source 'idx' lacks the field 'testLabels' (text): The IDX file of their labels.")]
    [InlineData("[]", "(5,11) $.data: expected an object, got a list.")]
    public void What_is_wrong_with_a_source_is_said_with_its_place(string data, string start)
    {
        string line = PipelineText.Small.Split('\n')[4];

        PipelineText.ProblemsAfter(line, $"  \"data\": {data},").ShouldHaveSingleItem().ShouldStartWith(PipelineText.File + start, Case.Sensitive);
    }

    [Fact]
    public void A_target_of_all_classes_is_refused()
    {
        string line = PipelineText.Small.Split('\n')[4];
        string classes = string.Join(", ", Tasks.DatasetManifest.Find("fashion-mnist").Classes.Select(name => $"\"{name}\""));

        PipelineText.ProblemsAfter(line, $"  \"data\": {{ \"source\": \"dataset\", \"name\": \"fashion-mnist\", \"targets\": {{ \"T\": [{classes}] }} }},")
            .ShouldHaveSingleItem().ShouldContain("$.data.targets.T: the target 'T' is true for every class");
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_input() =>
        Should.Throw<BadInputException>(() => Pipeline.Load("nowhere/x.json")).Message
            .ShouldBe("cannot read the pipeline file 'nowhere/x.json': there is no such file; check the path");

    [Fact]
    public void A_pipeline_without_steps_is_refused() =>
        PipelineText.ProblemsOf(PipelineText.Small[..PipelineText.Small.IndexOf("[\n", StringComparison.Ordinal)] + "[] }")
            .ShouldContain("small.json(7,15) $.pipeline: the pipeline has no steps.");

    [Fact]
    public void The_seed_of_the_caller_replaces_that_of_the_file()
    {
        string text = PipelineText.Small.Replace("\"from\": 1, ", "", StringComparison.Ordinal);

        PipelineText.Read(text).Cells[0].Seed.ShouldBe(7);
        PipelineText.Read(text, 12).Cells[0].Seed.ShouldBe(12);
        PipelineText.Read(text, 12).Seed.ShouldBe(12);
    }
}
