namespace Geometry.Cli;

/// <summary>What the command tells its caller.</summary>
public static class ExitCodes
{
    /// <summary>All went well. A claim that does not hold is a result like another.</summary>
    public const int Success = 0;

    /// <summary>The program has a defect; the message says where the details are.</summary>
    public const int Defect = 1;

    /// <summary>What was given cannot be used; the message says what and what to change.</summary>
    public const int BadInput = 2;

    /// <summary>The user stopped the run with Ctrl-C (SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>The system stopped the run (SIGTERM).</summary>
    public const int Terminated = 143;

    /// <summary>Gets what each says, for help.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Success, "all went well; a claim that does not hold is a result like another"),
        (Defect, "a defect of the program; the message says where the details for a report are"),
        (BadInput, "something given cannot be used; the message says what, and what to change"),
        (Interrupted, "stopped by Ctrl-C; what was done is kept, and the same command goes on from there"),
        (Terminated, "stopped by SIGTERM; the same holds"),
    ];
}
