namespace Geometry.Experiments;

/// <summary>What an experiment says about a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Effect">The mean effect over seeds, or null where there is none.</param>
/// <param name="Low">The lower end of its interval, or null where one number has none.</param>
/// <param name="High">The upper end.</param>
/// <param name="Seeds">How many seeds it rests on.</param>
/// <param name="Reason">Why there is no verdict, or what limits it; empty where nothing does.</param>
public sealed record ClaimResult(Claim Claim, Verdict Verdict, double? Effect, double? Low, double? High, int Seeds, string Reason);
