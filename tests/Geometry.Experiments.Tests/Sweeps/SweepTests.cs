using System.Text;

namespace Geometry.Experiments.Tests;

public class SweepTests
{
    [Fact]
    public void Lists_are_crossed_and_the_last_variable_changes_fastest() =>
        Keys("""{ "a": ["x", "y"], "seed": { "from": 3, "count": 2 }, "b": [[1, 2], true] }""").ShouldBe(
        [
            "x 3 [1,2]", "x 3 true", "x 4 [1,2]", "x 4 true", "y 3 [1,2]", "y 3 true", "y 4 [1,2]", "y 4 true",
        ]);

    [Fact]
    public void A_range_starts_at_the_seed_of_the_file() => Keys("""{ "seed": { "count": 3 } }""", 41).ShouldBe(["41", "42", "43"]);

    [Fact]
    public void Zipped_variables_change_together_and_are_crossed_with_the_others() =>
        Keys("""{ "a": ["x", "y"], "zip": { "b": [1, 2], "c": [8, 8] }, "seed": { "count": 2 } }""").ShouldBe(
        [
            "x 1 8 1", "x 1 8 2", "x 2 8 1", "x 2 8 2", "y 1 8 1", "y 1 8 2", "y 2 8 1", "y 2 8 2",
        ]);

    [Fact]
    public void There_may_be_several_zips() =>
        Keys("""{ "zip": [{ "a": [1, 2], "b": [3, 4] }, { "c": [5, 6], "d": { "from": 0, "to": 1, "count": 2 } }] }""").ShouldBe(["1 3 5 0", "1 3 6 1", "2 4 5 0", "2 4 6 1"]);

    [Theory]
    [InlineData("""{ "from": 0, "to": 1, "count": 11 }""", "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1")]
    [InlineData("""{ "from": 0, "to": 1, "step": 0.25 }""", "0 0.25 0.5 0.75 1")]
    [InlineData("""{ "from": 0, "to": 1, "step": 0.1 }""", "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1")]
    [InlineData("""{ "from": 0, "to": 1, "step": 0.4 }""", "0 0.4 0.8")]
    [InlineData("""{ "from": 2, "to": -1, "step": -1 }""", "2 1 0 -1")]
    [InlineData("""{ "from": 0.01, "to": 100, "count": 5, "spacing": "Logarithmic" }""", "0.01 0.1 1 10 100")]
    [InlineData("""{ "from": 8, "to": 1, "count": 4, "spacing": "logarithmic" }""", "8 4 2 1")]
    public void A_range_of_numbers_includes_its_ends(string range, string expected)
    {
        Sweep sweep = Read($$"""{ "a": {{range}} }""", 1, new ProblemList("f"))!;

        string.Join(' ', sweep.Variables.Single().Values.Select(value => value.ToCompactText())).ShouldBe(expected);
        sweep.Variables.Single().IsReplicate.ShouldBeFalse();
    }

    [Fact]
    public void Without_a_sweep_there_is_one_combination() => Sweep.Read(null, 1, new ProblemList("f"))!.Combinations().Count().ShouldBe(1);

    [Fact]
    public void Only_ranges_and_seeds_are_replicates()
    {
        Sweep sweep = Read("""{ "a": [1], "b": { "count": 1 }, "seed": [1, 2] }""", 1, new ProblemList("f"))!;

        sweep.Variables.Select(variable => variable.IsReplicate).ShouldBe([false, true, true]);
    }

    [Theory]
    [InlineData("""[1]""", "expected an object, got a list.")]
    [InlineData("""{ "a": 1 }""", """expected a list of values, a range of numbers { "from": 0, "to": 1, "count": 11 }, or a range of seeds { "count": 5 }, got the number 1.""")]
    [InlineData("""{ "a": [] }""", "the variable 'a' has no values.")]
    [InlineData("""{ "a": [1, 2, 1] }""", "the variable 'a' has the value 1 twice; remove one.")]
    [InlineData("""{ "a": { "from": 1 } }""", "a range of seeds lacks the field 'count' (whole number from 1 to 1000000): How many seeds.")]
    [InlineData("""{ "a": { "count": 0 } }""", "expected a whole number from 1 to 1000000, got the number 0.")]
    [InlineData("""{ "a": { "count": 2, "til": 1 } }""", "a range of seeds has no field 'til'. Known: from, count.")]
    [InlineData("""{ "a": { "count": 2, "to": 1 } }""", "a range of numbers lacks the field 'from' (number): The first number.")]
    [InlineData("""{ "a": { "from": 0, "to": 1 } }""", "a range of numbers needs either 'count' or 'step'.")]
    [InlineData("""{ "a": { "from": 0, "to": 1, "count": 2, "step": 1 } }""", "a range of numbers needs either 'count' or 'step'.")]
    [InlineData("""{ "a": { "from": 1, "to": 1, "count": 2 } }""", "the range begins where it ends; write a list of one value.")]
    [InlineData("""{ "a": { "from": 0, "to": 1, "step": -0.1 } }""", "the step does not lead from 'from' to 'to'; change its sign or size.")]
    [InlineData("""{ "a": { "from": 0, "to": 1, "step": 0 } }""", "the step does not lead from 'from' to 'to'; change its sign or size.")]
    [InlineData("""{ "a": { "from": 0, "to": 1, "step": 1e-9 } }""", "the range has more than 1000000 numbers; take greater steps.")]
    [InlineData("""{ "a": { "from": 0, "to": 1, "count": 3, "spacing": "Logarithmic" } }""", "a logarithmic range needs ends above 0.")]
    [InlineData("""{ "a": { "from": 1, "to": 2, "step": 1, "spacing": "Logarithmic" } }""", "a logarithmic range has a 'count', not a 'step'.")]
    [InlineData("""{ "zip": [1] }""", "expected an object of variables whose values are paired, or list of such objects, got the number 1.")]
    [InlineData("""{ "zip": { "a": [1, 2], "b": [1] } }""", "zip pairs values one by one and needs as many of each variable: 'a' has 2, 'b' has 1.")]
    [InlineData("""{ "zip": { "a": [1, 2, 1], "b": [3, 3, 3] } }""", "the values number 1 and 3 of the zip are the same; remove one.")]
    [InlineData("""{ "zip": { "a": [1], "b": [3] }, "b": [1] }""", "the variable 'b' is in the sweep twice, by itself and in zip; remove one.")]
    [InlineData("""{ "a": { "from": 9223372036854775807, "count": 2 } }""", "the range of seeds ends above the greatest whole number.")]
    [InlineData("""{ "a": { "count": 2000 }, "b": { "count": 2000 } }""", "the sweep has 4000000 cells, more than 1000000; shorten its lists.")]
    public void What_is_wrong_is_reported(string json, string message)
    {
        var problems = new ProblemList("f");

        Read(json, 1, problems).ShouldBeNull();

        Should.Throw<PipelineFileException>(problems.ThrowIfAny).Problems.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    private static Sweep? Read(string json, long seed, ProblemList problems) =>
        Sweep.Read(JsonFileReader.Read(Encoding.UTF8.GetBytes(json), problems), seed, problems);

    private static IEnumerable<string> Keys(string json, long seed = 1)
    {
        Sweep sweep = Read(json, seed, new ProblemList("f"))!;
        return sweep.Combinations().Select(values => string.Join(' ', sweep.Variables.Select(v => values[v.Name].ToCompactText())));
    }
}
