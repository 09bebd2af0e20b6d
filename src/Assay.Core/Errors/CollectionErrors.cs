using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Collecting: running the tools: ASY15xx.</summary>
public static class CollectionErrors
{
    /// <summary>A tool is not installed.</summary>
    public static readonly ErrorKind ToolMissing = new("ASY1501", ErrorClass.System, "A tool is not installed",
        "What it would have shown is not shown.",
        "Install it, or collect where it is there and pass the report with --evidence.");

    /// <summary>A tool failed.</summary>
    public static readonly ErrorKind ToolFailed = new("ASY1502", ErrorClass.System, "A tool failed",
        "It ended with an error, and what it wrote cannot be trusted to be whole.",
        "Read the end of its log and mend the cause.");

    /// <summary>A tool did not end in time.</summary>
    public static readonly ErrorKind ToolTimedOut = new("ASY1503", ErrorClass.System, "A tool did not end in time",
        "It was stopped with all its processes.",
        "Run it by hand to see where it hangs; raise its time limit in assay.yaml.");

    /// <summary>A tool produced nothing.</summary>
    public static readonly ErrorKind ToolProducedNothing = new("ASY1504", ErrorClass.System, "A tool produced nothing",
        "It ended without an error and without the report it was asked for.",
        "Run it by hand with the shown command.");

    /// <summary>A scanner did not find what was planted for it.</summary>
    public static readonly ErrorKind ProbeFailed = new("ASY1505", ErrorClass.Security, "A scanner did not find what was planted for it",
        "A scanner that finds nothing must have shown that it can find something.",
        "Look at its configuration: an ignore rule may be too wide.");

    /// <summary>A command changed tracked files.</summary>
    public static readonly ErrorKind ChangedTrackedFiles = new("ASY1506", ErrorClass.Security, "A command changed tracked files",
        "What it produced belongs to content that is not the one being judged.",
        "Commit what the command generates, or stop it from writing into sources.");

    /// <summary>Another check is collecting in this repository.</summary>
    public static readonly ErrorKind AnotherCheckRuns = new("ASY1507", ErrorClass.System, "Another check is collecting in this repository",
        "Two at once would overwrite each other's build output.",
        "Wait until it has ended, or use --no-collect.");

    /// <summary>Coverage could not be measured.</summary>
    public static readonly ErrorKind CoverageMissing = new("ASY1508", ErrorClass.System, "Coverage could not be measured",
        "The tests ran, and nothing shows which lines they reached.",
        "Add the coverage tool that the message names.");

    /// <summary>The release is not the one that was named.</summary>
    public static readonly ErrorKind ChangedArtifact = new("ASY1509", ErrorClass.Security, "The release is not the one that was named",
        "What was measured with it may belong to another release.",
        "Let nothing write to the release while it is tried, then run the check again.");

    internal static ImmutableArray<ErrorKind> All =>
        [ToolMissing, ToolFailed, ToolTimedOut, ToolProducedNothing, ProbeFailed, ChangedTrackedFiles, AnotherCheckRuns, CoverageMissing, ChangedArtifact];
}
