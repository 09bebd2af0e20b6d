using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Evidence: ASY14xx.</summary>
public static class EvidenceErrors
{
    /// <summary>The file's format is not known.</summary>
    public static readonly ErrorKind Unrecognised = new("ASY1401", ErrorClass.Validation, "The file's format is not known",
        "No reader recognises its content, so nothing can be taken from it.",
        "See the supported formats: assay evidence inspect --help");

    /// <summary>Two readers claim the file.</summary>
    public static readonly ErrorKind Ambiguous = new("ASY1402", ErrorClass.Validation, "Two readers claim the file",
        "It could mean two things; Assay does not choose.",
        "Produce it in one known format.");

    /// <summary>The evidence could not be read.</summary>
    public static readonly ErrorKind Unreadable = new("ASY1403", ErrorClass.Validation, "The evidence could not be read",
        "It is cut off, malformed, or not what its beginning says it is.",
        "Produce it again with the tool that wrote it.");

    /// <summary>The evidence is empty.</summary>
    public static readonly ErrorKind Empty = new("ASY1404", ErrorClass.Validation, "The evidence is empty",
        "A report without content shows nothing.",
        "Run the tool again and look at its output.");

    /// <summary>The evidence holds what no report needs.</summary>
    public static readonly ErrorKind ForbiddenContent = new("ASY1405", ErrorClass.Security, "The evidence holds what no report needs",
        "Document type definitions and external entities are refused, because they can read files and exhaust memory.",
        "Produce the report without a DOCTYPE.");

    /// <summary>The evidence exceeds a limit.</summary>
    public static readonly ErrorKind TooDeep = new("ASY1406", ErrorClass.Security, "The evidence exceeds a limit",
        "Its depth or size is beyond what a genuine report has.",
        "Look at the tool that produced it.");

    /// <summary>The report is tracked by git.</summary>
    public static readonly ErrorKind TrackedByGit = new("ASY1407", ErrorClass.Business, "The report is tracked by git",
        "A report in the repository was there before the run; it shows nothing about this content.",
        "Remove it from git and ignore it: git rm --cached FILE");

    /// <summary>The report is older than the run of its command.</summary>
    public static readonly ErrorKind OlderThanRun = new("ASY1408", ErrorClass.Business, "The report is older than the run of its command",
        "The command did not write it.",
        "Make the command write its report anew.");

    /// <summary>The evidence was changed after it was recorded.</summary>
    public static readonly ErrorKind DigestMismatch = new("ASY1409", ErrorClass.Security, "The evidence was changed after it was recorded",
        "Its bytes are not those that the recorded command wrote.",
        "Run the command again: assay check");

    /// <summary>Recorded evidence is gone.</summary>
    public static readonly ErrorKind RecordedButGone = new("ASY1410", ErrorClass.Business, "Recorded evidence is gone",
        "The record names a file that is not there any more.",
        "Run the command again: assay check");

    /// <summary>The path leads out of the repository.</summary>
    public static readonly ErrorKind OutsideRepository = new("ASY1411", ErrorClass.Security, "The path leads out of the repository",
        "Evidence that a pattern or a link reaches outside is not taken.",
        "Copy the file in, or name it with --evidence.");

    /// <summary>This version of the format is not supported.</summary>
    public static readonly ErrorKind UnsupportedVersion = new("ASY1412", ErrorClass.Validation, "This version of the format is not supported",
        "Reading it as another version could misread it.",
        "Produce the supported version, as the message says.");

    /// <summary>The evidence file does not exist.</summary>
    public static readonly ErrorKind NotFound = new("ASY1413", ErrorClass.Validation, "The evidence file does not exist",
        "Evidence that was named and is not there is not passed over.",
        "Check the path.");

    internal static ImmutableArray<ErrorKind> All => [Unrecognised, Ambiguous, Unreadable, Empty, ForbiddenContent, TooDeep, TrackedByGit, OlderThanRun, DigestMismatch, RecordedButGone, OutsideRepository, UnsupportedVersion, NotFound];
}
