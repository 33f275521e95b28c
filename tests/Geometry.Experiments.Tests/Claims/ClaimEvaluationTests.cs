namespace Geometry.Experiments.Tests;

public class ClaimEvaluationTests
{
    private const string Header = "cell,nonlinearity,seed,epoch,layer,score,value\n";

    // Seeds differ a lot from one another, tanh and ReLU of one seed by .2 to .3.
    private static readonly ClaimTable s_table = ClaimTable.Parse(Header + string.Concat(Enumerable.Range(1, 4).Select(seed => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""
        width=8;f=tanh;seed={seed},tanh,{seed},0,Hidden1,alignment,0.1
        width=8;f=tanh;seed={seed},tanh,{seed},9,Hidden1,alignment,{(10 * seed) + 0.2}
        width=8;f=tanh;seed={seed},tanh,{seed},9,Hidden2,alignment,{(20 * seed) + 0.5}
        width=8;f=relu;seed={seed},relu,{seed},9,Hidden1,alignment,{(10 * seed) - (0.02 * seed)}
        width=8;f=relu;seed={seed},relu,{seed},9,Hidden2,alignment,

        """))));

    [Fact]
    public void Differences_are_paired_over_seeds()
    {
        ClaimResult result = Decide(Of([("nonlinearity", "tanh")], [("nonlinearity", "relu")]));

        // .22, .24, .26, .28: mean .25, standard deviation .0258, t of 3 degrees of freedom 3.182.
        result.Effect!.Value.ShouldBe(0.25, 1e-9);
        result.Low!.Value.ShouldBe(0.25 - (3.182446 * 0.025819889 / 2), 1e-6);
        result.High!.Value.ShouldBe(0.25 + (3.182446 * 0.025819889 / 2), 1e-6);
        (result.Seeds, result.Verdict).ShouldBe((4, Verdict.Holds));
    }

    [Theory]
    [InlineData(ClaimDirection.Positive, 0.1, 0, Verdict.Holds)]
    [InlineData(ClaimDirection.Positive, 0.26, 0, Verdict.Undecided)] // too small to matter
    [InlineData(ClaimDirection.Negative, 0.1, 0, Verdict.Reversed)]
    [InlineData(ClaimDirection.Equal, 0.05, 0.25, Verdict.Holds)]
    [InlineData(ClaimDirection.Equal, 0.05, 0.27, Verdict.Undecided)] // the interval leaves the band
    [InlineData(ClaimDirection.Equal, 0.05, 0, Verdict.Reversed)]
    public void The_verdict_needs_the_interval_and_a_size_that_matters(ClaimDirection direction, double smallest, double expected, Verdict verdict) =>
        Decide(Of([("nonlinearity", "tanh")], [("nonlinearity", "relu")]) with { Direction = direction, Smallest = smallest, Expected = expected }).Verdict.ShouldBe(verdict);

    [Fact]
    public void The_last_epoch_counts_unless_the_claim_says_otherwise()
    {
        Claim claim = Of([("nonlinearity", "tanh")], [("nonlinearity", "tanh"), ("epoch", "first")]);

        Decide(claim).Effect!.Value.ShouldBe(25.1, 1e-9);
        Decide(Of([("nonlinearity", "tanh"), ("layer", "last")])).Effect!.Value.ShouldBe(50.5, 1e-9);
    }

    [Fact]
    public void Variables_of_the_sweep_select_and_numbers_compare_as_numbers() =>
        Decide(Of([("nonlinearity", "tanh"), ("width", "8.0")])).Effect!.Value.ShouldBe(25.2, 1e-9);

    [Fact]
    public void A_slope_is_that_of_least_squares()
    {
        Claim claim = Of([("nonlinearity", "tanh")]) with { Terms = [new ClaimTerm(1, Rows([("nonlinearity", "tanh"), ("epoch", "9"), ("layer", "Hidden1")]), "seed")] };
        string rows = string.Concat(new[] { 0, 1, 2, 3 }.Select(x => $"x={x};seed=1,tanh,1,9,Hidden1,alignment,{(3 * x) + (x == 1 ? 1 : 0)}\n"));
        ClaimTable table = ClaimTable.Parse(Header + rows);

        ClaimResult result = ClaimEvaluation.Decide(claim with { Terms = [claim.Terms[0] with { Slope = "x" }] }, table, 0.95, quick: false);

        result.Effect!.Value.ShouldBe(3 - (0.5 / 5), 1e-12);
        (result.Low, result.Verdict).ShouldBe((null, Verdict.Undecided)); // one seed decides nothing
    }

    [Fact]
    public void A_number_without_seeds_is_exact()
    {
        Claim claim = Of([("score", "fraction")]) with { Direction = ClaimDirection.Equal, Expected = 0.2, Smallest = 0.01 };

        ClaimResult result = ClaimEvaluation.Decide(claim, ClaimTable.Parse("score,value\nfraction,0.205\n"), 0.95, quick: false);

        (result.Verdict, result.Low).ShouldBe((Verdict.Holds, null));
    }

    [Fact]
    public void Undefined_values_leave_their_seed_out() =>
        Should.Throw<BadInputException>(() => Decide(Of([("nonlinearity", "relu"), ("layer", "Hidden2")]))).Message.ShouldContain("no defined value");

    [Fact]
    public void A_quick_run_without_the_setting_decides_nothing()
    {
        ClaimResult result = ClaimEvaluation.Decide(Of([("width", "16")]), s_table, 0.95, quick: true);

        (result.Verdict, result.Reason).ShouldBe((Verdict.NotRun, "the quick run has no such setting"));
    }

    [Fact]
    public void Rows_that_a_claim_does_not_tell_apart_are_an_error() =>
        Should.Throw<BadInputException>(() => ClaimEvaluation.Decide(Of([("seed", "1")]), s_table, 0.95, quick: false)).Message.ShouldContain("name more columns");

    [Fact]
    public void Unknown_columns_are_an_error() =>
        Should.Throw<BadInputException>(() => Decide(Of([("nonlinearty", "tanh")]))).Message.ShouldContain("did you mean 'nonlinearity'?");

    [Theory]
    [InlineData(0.95, 1, 12.7062047)]
    [InlineData(0.95, 2, 4.30265273)]
    [InlineData(0.95, 19, 2.09302405)]
    [InlineData(0.99, 4, 4.60409487)]
    [InlineData(0.95, 1000, 1.96233906)]
    public void The_quantile_of_t_is_that_of_tables(double confidence, int degrees, double t) => StudentT.TwoSided(confidence, degrees).ShouldBe(t, 1e-7);

    private static ClaimResult Decide(Claim claim) => ClaimEvaluation.Decide(claim with
    {
        Terms = [.. claim.Terms.Select(term => term.Rows.ContainsKey("layer") ? term : term with { Rows = new Dictionary<string, string>(term.Rows) { ["layer"] = "Hidden1" } })],
    }, s_table, 0.95, quick: false);

    private static Dictionary<string, string> Rows((string, string)[] rows) => rows.ToDictionary(row => row.Item1, row => row.Item2);

    private static Claim Of((string, string)[] first, (string, string)[]? minus = null) => new()
    {
        Id = "C", Statement = "", Figure = "1", Smallest = 0.1,
        Terms = [new ClaimTerm(1, Rows(first), null), .. minus is null ? (ClaimTerm[])[] : [new ClaimTerm(-1, Rows(minus), null)]],
    };
}
