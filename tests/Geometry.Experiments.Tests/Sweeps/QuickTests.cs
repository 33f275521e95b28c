namespace Geometry.Experiments.Tests;

public class QuickTests
{
    private static readonly string s_text = PipelineText.Small.Replace("\"sweep\":", "\"quick\": { \"seed\": [9] }, \"sweep\":", StringComparison.Ordinal);

    [Fact]
    public void A_quick_run_takes_its_values_from_the_field_quick()
    {
        Pipeline full = PipelineText.Read(s_text), quick = Pipeline.Parse(System.Text.Encoding.UTF8.GetBytes(s_text), PipelineText.File, quick: true);

        full.Cells.Select(cell => cell.Key).ShouldBe(["nonlinearity=tanh;seed=1", "nonlinearity=relu;seed=1"]);
        quick.Cells.Select(cell => cell.Key).ShouldBe(["nonlinearity=tanh;seed=9", "nonlinearity=relu;seed=9"]);
        (full.IsQuick, quick.IsQuick).ShouldBe((false, true));
    }

    [Fact]
    public void A_file_without_it_runs_as_it_is() =>
        Pipeline.Parse(System.Text.Encoding.UTF8.GetBytes(PipelineText.Small), PipelineText.File, quick: true).IsQuick.ShouldBeFalse();

    [Fact]
    public void It_may_only_name_variables_of_the_sweep() => PipelineText.ProblemsOf(s_text.Replace("{ \"seed\": [9] }", "{ \"sed\": [9] }", StringComparison.Ordinal))
        .ShouldHaveSingleItem().ShouldContain("'quick' gives other values to variables of the sweep, which has no 'sed'; did you mean 'seed'? Known: nonlinearity, seed.");
}
