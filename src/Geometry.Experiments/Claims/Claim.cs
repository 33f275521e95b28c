namespace Geometry.Experiments;

/// <summary>A statement about an effect, and the experiment that decides it.</summary>
public sealed record Claim
{
    /// <summary>Gets the identifier, unique among the claims.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the statement.</summary>
    public required string Statement { get; init; }

    /// <summary>Gets the figure of the paper, or its section, that the claim belongs to.</summary>
    public required string Figure { get; init; }

    /// <summary>Gets the full path of the pipeline file; empty for a claim that is not run.</summary>
    public string Pipeline { get; init; } = "";

    /// <summary>Gets the table of the results, without its extension.</summary>
    public string Table { get; init; } = "scores";

    /// <summary>Gets the column that holds the values.</summary>
    public string Column { get; init; } = "value";

    /// <summary>Gets the terms whose sum is the effect; empty for a claim that is not run.</summary>
    public IReadOnlyList<ClaimTerm> Terms { get; init; } = [];

    /// <summary>Gets what the claim says about the effect.</summary>
    public ClaimDirection Direction { get; init; }

    /// <summary>Gets the expected number, for <see cref="ClaimDirection.Equal"/>.</summary>
    public double Expected { get; init; }

    /// <summary>Gets the smallest effect of interest, above 0.</summary>
    public double Smallest { get; init; }

    /// <summary>Gets the effect in reference runs that are independent of this program, or null.</summary>
    public double? Reference { get; init; }

    /// <summary>Gets who makes the claim.</summary>
    public string Source { get; init; } = "";

    /// <summary>Gets what to keep in mind; empty where there is nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Gets why the claim is not run; empty where it is.</summary>
    public string NotRun { get; init; } = "";
}
