using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>The machine and Assay itself: ASY16xx.</summary>
public static class SystemErrors
{
    /// <summary>A file or folder could not be written.</summary>
    public static readonly ErrorKind NotWritable = new("ASY1601", ErrorClass.System, "A file or folder could not be written",
        "Nothing half-written was left behind.",
        "Check permissions and free space of the named place.");

    /// <summary>Interrupted.</summary>
    public static readonly ErrorKind Interrupted = new("ASY1602", ErrorClass.System, "Interrupted",
        "The processes that were started have been ended, and no verdict was given.",
        "Run the command again.");

    /// <summary>Assay failed.</summary>
    public static readonly ErrorKind Internal = new("ASY1603", ErrorClass.System, "Assay failed",
        "This is a mistake in Assay, not in your project. No verdict was given.",
        "Report it with the command and this code.");

    internal static ImmutableArray<ErrorKind> All => [NotWritable, Interrupted, Internal];
}
