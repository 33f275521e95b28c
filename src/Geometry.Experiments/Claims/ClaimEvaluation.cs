namespace Geometry.Experiments;

/// <summary>Decides claims by tables of results.</summary>
public static class ClaimEvaluation
{
    /// <summary>
    /// Computes the effect of a claim for each seed, its mean with a t interval over seeds, and the verdict. Terms of one seed share task and initial
    /// weights, so that the interval is that of paired differences.
    /// </summary>
    /// <param name="claim">A claim that is run.</param>
    /// <param name="table">The table of its experiment.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <param name="quick">Whether the table is that of a quick run, which may lack settings.</param>
    /// <returns>The result.</returns>
    /// <exception cref="BadInputException">The table does not have what the claim is about.</exception>
    public static ClaimResult Decide(Claim claim, ClaimTable table, double confidence, bool quick)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(table);
        Dictionary<string, double>[] terms = [.. claim.Terms.Select(term => new ClaimRows(claim, term).ValuesOf(table))];
        if (terms.Any(term => term.Count == 0) && quick)
        {
            return NotRun(claim, "the quick run has no such setting");
        }

        string[] seeds = [.. terms[0].Keys.Where(seed => terms.All(term => term.ContainsKey(seed)))];
        if (seeds.Length == 0)
        {
            string missing = string.Join(", ", claim.Terms.First(term => terms[claim.Terms.ToList().IndexOf(term)].Count == 0 || terms.All(t => t.Count > 0)).Rows.Select(r => $"{r.Key} {r.Value}"));
            throw new BadInputException($"claim {claim.Id}: the table of '{claim.Pipeline}' has no defined value for every term of one seed ({missing}); compare the claim with the pipeline file.");
        }

        double[] effects = [.. seeds.Select(seed => claim.Terms.Zip(terms, (term, values) => term.Weight * values[seed]).Sum())];
        double mean = effects.Average();
        double? half = effects.Length > 1 ? HalfWidth(effects, mean, confidence) : null;
        return new ClaimResult(claim, VerdictOf(claim, mean, half ?? 0, effects.Length > 1 || seeds[0].Length == 0), mean, mean - half, mean + half, effects.Length, "");
    }

    /// <summary>Gives the result of a claim without an experiment.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The result.</returns>
    public static ClaimResult NotRun(Claim claim, string reason) => new(claim, Verdict.NotRun, null, null, null, 0, reason);

    private static double HalfWidth(double[] effects, double mean, double confidence)
    {
        double variance = effects.Sum(effect => (effect - mean) * (effect - mean)) / (effects.Length - 1);
        return StudentT.TwoSided(confidence, effects.Length - 1) * Math.Sqrt(variance / effects.Length);
    }

    // One network decides nothing; a number that depends on no seed is exact.
    private static Verdict VerdictOf(Claim claim, double mean, double half, bool canDecide)
    {
        if (!canDecide)
        {
            return Verdict.Undecided;
        }

        if (claim.Direction == ClaimDirection.Equal)
        {
            double distance = Math.Abs(mean - claim.Expected);
            return distance + half <= claim.Smallest ? Verdict.Holds : distance - half > claim.Smallest ? Verdict.Reversed : Verdict.Undecided;
        }

        double along = claim.Direction == ClaimDirection.Positive ? mean : -mean;
        return along - half > 0 && along >= claim.Smallest ? Verdict.Holds
            : along + half < 0 && along <= -claim.Smallest ? Verdict.Reversed
            : Verdict.Undecided;
    }
}
