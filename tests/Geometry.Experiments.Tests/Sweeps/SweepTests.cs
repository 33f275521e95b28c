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
    public void Without_a_sweep_there_is_one_combination() => Sweep.Read(null, 1, new ProblemList("f"))!.Combinations().Count().ShouldBe(1);

    [Fact]
    public void Only_ranges_and_seeds_are_replicates()
    {
        Sweep sweep = Read("""{ "a": [1], "b": { "count": 1 }, "seed": [1, 2] }""", 1, new ProblemList("f"))!;

        sweep.Variables.Select(variable => variable.IsReplicate).ShouldBe([false, true, true]);
    }

    [Theory]
    [InlineData("""[1]""", "expected an object, got a list.")]
    [InlineData("""{ "a": 1 }""", """expected a list of values, or a range of seeds { "from": 1, "count": 5 }, got the number 1.""")]
    [InlineData("""{ "a": [] }""", "the variable 'a' has no values.")]
    [InlineData("""{ "a": [1, 2, 1] }""", "the variable 'a' has the value 1 twice; remove one.")]
    [InlineData("""{ "a": { "from": 1 } }""", "a range of seeds lacks the field 'count' (whole number from 1 to 1000000): How many seeds.")]
    [InlineData("""{ "a": { "count": 0 } }""", "expected a whole number from 1 to 1000000, got the number 0.")]
    [InlineData("""{ "a": { "count": 2, "to": 1 } }""", "a range of seeds has no field 'to'. Known: from, count.")]
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
