using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;

namespace Contracts.Contract;

/// <summary>The seed decides everything that is drawn at random: the options' where they have one, else the context's.</summary>
public class SeedContract
{
    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public void The_same_seed_gives_the_same_result(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IReadOnlyList<TableRow> first = Run(new MLContext(seed: 8), fitted), again = Run(new MLContext(seed: 8), fitted);
        foreach ((TableRow one, TableRow other) in first.Zip(again))
        {
            one.Values.Keys.ShouldAllBe(column => Table.Identical(one.Values[column], other.Values[column]));
        }
    }

    [Fact]
    public void Without_a_seed_in_the_options_the_context_decides()
    {
        object first = Hidden(new MLContext(seed: 1), null);
        Table.Identical(Hidden(new MLContext(seed: 1), null), first).ShouldBeTrue();
        Table.Same(Hidden(new MLContext(seed: 2), null), first).ShouldBeFalse();
    }

    [Fact]
    public void With_a_seed_in_the_options_the_context_does_not_matter()
    {
        object first = Hidden(new MLContext(seed: 1), 7);
        Table.Identical(Hidden(new MLContext(seed: 2), 7), first).ShouldBeTrue();
        Table.Same(Hidden(new MLContext(seed: 1), 8), first).ShouldBeFalse();
    }

    [Fact]
    public void Scores_that_draw_follow_their_own_seed()
    {
        var ml = new MLContext(seed: 1);
        double Score(long seed)
        {
            var options = new DecodabilityOptions { Folds = 3, Seed = seed, MaximumRowsPerCondition = 8 };
            return ml.Geometry.Scores.Evaluate(ContractData.View(ml, 200), ml.Geometry.Scores.Decodability("Sparse", ["Code"], options, "Flag"))
                .Value("Sparse", "decodability").Value;
        }

        Score(1).ShouldBe(Score(1));
        Enumerable.Range(1, 6).Select(seed => Score(seed)).Distinct().Count().ShouldBeGreaterThan(1);
    }

    private static object Hidden(MLContext ml, long? seed)
    {
        MlpEstimator estimator = ml.Geometry.Networks.Mlp("Flag", "Features", new MlpOptions { HiddenWidths = [4], Epochs = 1, Seed = seed });
        IDataView data = ContractData.View(ml);
        return Table.Read(estimator.Fit(data).Transform(data), ["Hidden1"])[3].Values["Hidden1"];
    }

    private static IReadOnlyList<TableRow> Run(MLContext ml, Fitted fitted)
    {
        if (fitted.Case.Name.StartsWith("Module"))
        {
            // The weights of a module are the user's, so the estimator itself is fitted again.
            return Table.Read(fitted.Estimator.Fit(fitted.Data).Transform(fitted.Data), fitted.Case.Adds);
        }

        IDataView data = ContractData.View(ml);
        return Table.Read(fitted.Case.Create(ml).Fit(data).Transform(data), fitted.Case.Adds);
    }
}
