namespace Geometry.Reports.Tests;

public class WordsTests
{
    [Theory]
    [InlineData("[128,128]", "2 × 128")]
    [InlineData("[16]", "16")]
    [InlineData("[Conv1,Pool1]", "Conv1, Pool1")]
    [InlineData("FixedBalanced", "Fixed balanced")]
    [InlineData("Gaussian", "Gaussian")]
    [InlineData("Orientation^Colour", "Orientation^Colour")]
    [InlineData("true", "yes")]
    [InlineData("0.25", "0.25")]
    public void Values_are_said_in_words(string value, string words) => VariableWords.OfValue(value).ShouldBe(words);

    [Fact]
    public void Lists_are_numbers_where_they_are_widths_or_depths()
    {
        VariableWords.Numbers(["[16]", "[64]"], out _)!.Values.ShouldBe([16, 64]);
        VariableWords.Numbers(["[8]", "[8,8]", "[8,8,8]"], out bool areLengths)!.Values.ShouldBe([1, 2, 3]);
        areLengths.ShouldBeTrue();
        VariableWords.Numbers(["[8]", "[8,8]", "[4,4]"], out _).ShouldBeNull();
        VariableWords.Numbers(["Sgd", "Adam"], out _).ShouldBeNull();
    }

    [Theory]
    [InlineData("alignment", "centred/conditions", "the target", "Alignment with the target")]
    [InlineData("alignment", "debiased/rows", "the input", "Alignment with the input (debiased)")]
    [InlineData("shattering", "svm/10-fold/accuracy/untrained-mean", "the target", "Shattering dimensionality (untrained dichotomies)")]
    [InlineData("ccgp", "svm/leave-one-pair-out", "", "CCGP")]
    [InlineData("collapse", "nc3", "the target", "NC3: distance of readout and class means")]
    [InlineData("selectivity", "all", "the target", "Neurons that respond to the whole class")]
    [InlineData("simplified-training", "correlation/epoch", "the target", "Correlation of the changes of weights, at equal time")]
    public void Scores_are_said_in_words(string score, string variant, string target, string words) => MeasureWords.Of(score, variant, target).Title.ShouldBe(words);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-2e-17, "0")]
    [InlineData(0.1234, "0.12")]
    [InlineData(0.01234, "0.012")]
    [InlineData(12.34, "12.3")]
    [InlineData(-0.5, "−0.50")]
    public void Numbers_have_about_three_digits(double value, string text) => Figures.Of(value).ShouldBe(text);

    [Fact]
    public void Settings_are_told_apart_by_what_matters()
    {
        PipelineResults results = MadeUpResults.Of(
            from depth in new[] { 1, 2, 3 }
            from name in new[] { "tanh", "relu" }
            let widths = $"[{string.Join(',', Enumerable.Repeat(8, depth))}]"
            let layers = $"[{string.Join(',', Enumerable.Range(1, depth).Select(layer => $"Hidden{layer}"))}]"
            select MadeUpResults.Row($"widths={widths};layers={layers};rate=0.1;nonlinearity={name};seed=1", name, 1, "Hidden1", 0.5));
        var space = new SettingSpace(results);
        space.All.Select(setting => setting.Label).ShouldBe(["widths: 8", "widths: 2 × 8", "widths: 3 × 8"]);
        NumericAxis axis = space.Axes.ShouldHaveSingleItem();
        (axis.Variable, axis.Title).ShouldBe(("widths", "number of hidden layers"));
        axis.Grouped(2).Numbers.Values.Distinct().Count().ShouldBe(2);
    }
}
