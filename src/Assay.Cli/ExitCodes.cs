namespace Assay.Cli;

/// <summary>The exit codes of every command; <c>assay hook</c> will follow its own protocol.</summary>
internal static class ExitCodes
{
    /// <summary>Pass, adopting, or blocked and observed only.</summary>
    public const int Passed = 0;

    /// <summary>Blocked.</summary>
    public const int Blocked = 1;

    /// <summary>Could not judge at all: usage, configuration, standard, a path or revision that is not there.</summary>
    public const int CouldNotJudge = 2;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
