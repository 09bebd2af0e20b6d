using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>The command line: ASY10xx.</summary>
public static class UsageErrors
{
    /// <summary>The path does not exist.</summary>
    public static readonly ErrorKind PathNotFound = new("ASY1001", ErrorClass.Validation, "The path does not exist",
        "Assay judges a folder of a git repository; this one is not there.",
        "Name an existing folder, or leave the path out to judge the current one.");

    /// <summary>The command line was not understood.</summary>
    public static readonly ErrorKind BadUsage = new("ASY1002", ErrorClass.Validation, "The command line was not understood",
        "An option or argument is unknown, incomplete or contradicts another.",
        "Run the command with --help.");

    /// <summary>Nothing is known under this id.</summary>
    public static readonly ErrorKind UnknownTopic = new("ASY1003", ErrorClass.Validation, "Nothing is known under this id",
        "explain knows gates, criteria, facts and error codes of the standard in use.",
        "Run: assay explain --list");

    /// <summary>The output file could not be written.</summary>
    public static readonly ErrorKind OutputNotWritable = new("ASY1004", ErrorClass.System, "The output file could not be written",
        "The result was not stored; what stood there before is unchanged.",
        "Choose a path that can be written, or free space on the disk.");

    internal static ImmutableArray<ErrorKind> All => [PathNotFound, BadUsage, UnknownTopic, OutputNotWritable];
}
