namespace Geometry.Cli;

/// <summary>What the command tells its caller.</summary>
public static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The program has a defect.</summary>
    public const int Defect = 1;

    /// <summary>What was given cannot be used; the message says what and what to change.</summary>
    public const int BadInput = 2;

    /// <summary>The user stopped the run.</summary>
    public const int Interrupted = 130;
}
