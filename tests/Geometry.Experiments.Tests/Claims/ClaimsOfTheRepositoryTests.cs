namespace Geometry.Experiments.Tests;

/// <summary>The claims beside the pipelines name what is there.</summary>
public class ClaimsOfTheRepositoryTests
{
    private static readonly ClaimSet s_set = ClaimSet.Load(Path.Combine(AppContext.BaseDirectory, "pipelines", "claims", "alleman2024.json"));

    [Fact]
    public void Every_statement_of_the_reference_has_a_claim() =>
        Enumerable.Range(1, 16).Select(i => $"P{i}").ShouldAllBe(id => s_set.Claims.Any(claim => claim.Id == id || claim.Id.StartsWith($"{id}-", StringComparison.Ordinal)));

    [Fact]
    public void Every_setting_that_a_claim_compares_is_in_the_sweep_of_its_pipeline()
    {
        foreach (IGrouping<string, Claim> pipeline in s_set.Claims.Where(claim => claim.NotRun.Length == 0).GroupBy(claim => claim.Pipeline))
        {
            HashSet<string>[] cells = [.. Pipeline.Load(pipeline.Key).Cells.Select(cell => cell.Key.Split(';').ToHashSet())];
            string[] variables = [.. cells[0].Select(pair => pair.Split('=')[0])];
            foreach (ClaimTerm term in pipeline.SelectMany(claim => claim.Terms))
            {
                string[] wanted = [.. term.Rows.Where(row => variables.Contains(row.Key)).Select(row => $"{row.Key}={row.Value}")];
                cells.Any(cell => wanted.All(cell.Contains)).ShouldBeTrue($"{Path.GetFileName(pipeline.Key)}: {string.Join(' ', wanted)}");
            }
        }
    }

    [Fact]
    public void A_quick_run_decides_every_claim_that_a_full_run_decides_but_those_of_networks_that_take_minutes()
    {
        IEnumerable<Claim> claims = s_set.Claims.Where(claim =>
            claim.NotRun.Length == 0 && !claim.Terms.Any(term => term.Rows.Any(row => row is { Key: "architecture", Value: "vgg6" or "resnet8" })));
        foreach (IGrouping<string, Claim> pipeline in claims.GroupBy(claim => claim.Pipeline))
        {
            Pipeline quick = Pipeline.Load(pipeline.Key, quick: true), full = Pipeline.Load(pipeline.Key);
            quick.Cells.Count.ShouldBeLessThan(full.Cells.Count);
            HashSet<string>[] cells = [.. quick.Cells.Select(cell => cell.Key.Split(';').ToHashSet())];
            string[] variables = [.. cells[0].Select(pair => pair.Split('=')[0])];
            pipeline.SelectMany(claim => claim.Terms).Select(term => term.Rows.Where(row => variables.Contains(row.Key)).Select(row => $"{row.Key}={row.Value}").ToArray())
                .ShouldAllBe(wanted => cells.Any(cell => wanted.All(cell.Contains)), Path.GetFileName(pipeline.Key));
        }
    }

    [Fact]
    public void The_first_and_the_last_layer_are_asked_of_cells_that_number_their_layers()
    {
        foreach (IGrouping<string, Claim> pipeline in s_set.Claims.Where(claim => claim.NotRun.Length == 0).GroupBy(claim => claim.Pipeline))
        {
            string[][] cells = [.. Pipeline.Load(pipeline.Key).Cells.Select(cell => cell.Key.Split(';'))];
            foreach (ClaimTerm term in pipeline.SelectMany(claim => claim.Terms).Where(term => term.Rows.GetValueOrDefault("layer") is "first" or "last"))
            {
                cells.Where(cell => !cell.Any(pair => pair.Split('=') is [var variable, var value] && term.Rows.TryGetValue(variable, out string? wanted) && wanted != value))
                    .SelectMany(cell => cell.Where(pair => pair.StartsWith("layers=", StringComparison.Ordinal)))
                    .ShouldAllBe(layers => layers.Contains("Hidden", StringComparison.Ordinal), Path.GetFileName(pipeline.Key));
            }
        }
    }
}
