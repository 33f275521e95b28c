namespace Geometry.Scores.Tests.Conditions;

public class DichotomyTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 10)]
    [InlineData(6, 10)]
    [InlineData(8, 35)]
    [InlineData(10, 126)]
    [InlineData(12, 462)]
    [InlineData(16, 6435)]
    public void Balanced_dichotomies_are_all_listed_once(int conditions, int count)
    {
        var set = Dichotomy.AllBalanced(conditions);

        set.Count.ShouldBe(count);
        set.Total.ShouldBe(count);
        set.IsSampled.ShouldBeFalse();
        set.ShouldAllBe(d => d.PositiveCount == conditions / 2);
        set.Select(d => d.Name).Distinct().Count().ShouldBe(count);
        if (conditions <= 8)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    set[i].IsSameDivision(set[j]).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void The_order_is_fixed()
    {
        Dichotomy.AllBalanced(4).Select(d => d.Name).ShouldBe(["{0,1}", "{0,2}", "{1,2}"]);
    }

    [Fact]
    public void Above_the_cap_a_sample_without_repeats_is_drawn_from_the_seed()
    {
        var one = Dichotomy.AllBalanced(40, 200, seed: 1);

        one.Total.ShouldBe(68923264410);
        one.IsSampled.ShouldBeTrue();
        one.Select(d => d.Name).Distinct().Count().ShouldBe(200);
        Dichotomy.AllBalanced(40, 200, seed: 1).Select(d => d.Name).ShouldBe(one.Select(d => d.Name));
        Dichotomy.AllBalanced(40, 200, seed: 2).Select(d => d.Name).ShouldNotBe(one.Select(d => d.Name));
    }

    [Fact]
    public void A_sample_is_spread_over_all_dichotomies()
    {
        var counts = new int[10];
        for (var seed = 0; seed < 300; seed++)
        {
            foreach (var dichotomy in Dichotomy.AllBalanced(6, 3, seed))
            {
                counts[Dichotomy.AllBalanced(6).Select(d => d.Name).ToList().IndexOf(dichotomy.Name)]++;
            }
        }

        counts.ShouldAllBe(count => count > 55 && count < 130);
    }

    [Fact]
    public void A_target_must_be_constant_within_conditions()
    {
        var conditions = Samples.Conditions(0, 0, 1, 1);

        Dichotomy.FromTarget("label", [false, false, true, true], conditions).Positive.ToArray().ShouldBe([false, true]);
        Should.Throw<ArgumentException>(() => Dichotomy.FromTarget("label", [false, false, true, false], conditions))
            .Message.ShouldStartWith("Target 'label' is both true and false within condition 'c1', so it does not divide the conditions.");
    }

    [Fact]
    public void Classes_give_one_dichotomy_for_two_and_one_each_for_more()
    {
        var conditions = Samples.Conditions(0, 1, 2, 3);
        var two = ConditionLabels.FromValues(["b", "a", "b", "a"]);
        var three = ConditionLabels.FromValues(["b", "a", "b", "c"]);

        Dichotomy.FromClasses("y", two, conditions).ShouldHaveSingleItem().Positive.ToArray().ShouldBe([true, false, true, false]);
        Dichotomy.FromClasses("y", three, conditions).Select(d => d.Name).ShouldBe(["y=a", "y=b", "y=c"]);
        Should.Throw<ArgumentException>(() => Dichotomy.FromClasses("y", ConditionLabels.FromValues(["a", "a", "a", "a"]), conditions))
            .Message.ShouldStartWith("Target 'y' has only the class 'a'");
    }

    [Fact]
    public void Variables_combine_into_the_conditions_that_occur()
    {
        var colour = ConditionLabels.FromValues(["red", "blue", "red", "blue"]);
        var shape = ConditionLabels.FromValues(["round", "round", "square", "round"]);

        var conditions = ConditionLabels.Combine(("colour", colour), ("shape", shape));

        conditions.Names.ShouldBe(["colour=blue, shape=round", "colour=red, shape=round", "colour=red, shape=square"]);
        conditions.Codes.ToArray().ShouldBe([1, 0, 2, 0]);
        conditions.RowsOf.ShouldBe([2, 1, 1]);
        conditions.FindVariable("shape")!.LevelOf.ShouldBe([0, 0, 1]);
        Should.Throw<ArgumentException>(() => ConditionLabels.Combine(("colour", colour), ("shape", ConditionLabels.FromValues(["x"]))))
            .Message.ShouldStartWith("Variable 'shape' has 1 rows, but 'colour' has 4.");
    }

    [Fact]
    public void Bad_labels_and_values_are_refused_by_place()
    {
        Should.Throw<ArgumentException>(() => new ConditionLabels([0, -1], ["a"])).Message.ShouldStartWith("Row 1 has condition code -1, but codes go from 0 to 0.");
        Should.Throw<ArgumentException>(() => new ConditionLabels([0], ["a", "a"])).Message.ShouldStartWith("The condition name 'a' appears twice");
        Should.Throw<ArgumentException>(() => new Representation(new[] { 1f, 2f, float.NaN, 4f }, 2, 2))
            .Message.ShouldStartWith("The value in row 1, column 0 (both counted from 0) is NaN.");
        Should.Throw<ArgumentException>(() => new Representation(new float[3], 2, 2)).Message.ShouldStartWith("2 rows of 2 units need 4 values, but 3 were given.");
        Should.Throw<ArgumentOutOfRangeException>(() => ScoreValue.Of(double.NaN));
        Should.Throw<InvalidOperationException>(() => ScoreValue.Undefined("no rows").Value).Message.ShouldContain("no rows");
    }
}
