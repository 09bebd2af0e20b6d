using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>The standard: ASY11xx.</summary>
public static class StandardErrors
{
    /// <summary>The standard was not found.</summary>
    public static readonly ErrorKind StandardNotFound = new("ASY1101", ErrorClass.Validation, "The standard was not found",
        "A judgement without its standard would judge nothing.",
        "Name a file, or one of the built-in standards: production");

    /// <summary>The standard has a mistake.</summary>
    public static readonly ErrorKind StandardInvalid = new("ASY1102", ErrorClass.Validation, "The standard has a mistake",
        "A standard that is misread would let things pass, so nothing is judged until it is right.",
        "Correct the named place; schemas/standard.schema.json describes every key.");

    /// <summary>Nothing in the standard was due.</summary>
    public static readonly ErrorKind NothingDue = new("ASY1103", ErrorClass.Business, "Nothing in the standard was due",
        "With this phase and profile no criterion would be judged, and a verdict over nothing is no verdict.",
        "Ask for a later phase or a higher profile.");

    /// <summary>The repository of the standard cannot be reached.</summary>
    public static readonly ErrorKind StandardUnreachable = new("ASY1104", ErrorClass.System, "The repository of the standard cannot be reached",
        "A standard that is pinned in a repository is fetched once and then kept; this one was never fetched on this machine, and another is not taken for it.",
        "Check the address, the network and the key by hand: git ls-remote URL");

    /// <summary>The repository does not hold the standard.</summary>
    public static readonly ErrorKind StandardNotThere = new("ASY1105", ErrorClass.Validation, "The repository does not hold the standard",
        "The repository answered, and has no such revision or no file of that path in it.",
        "Correct the revision or the path; a commit is named by its full id.");

    /// <summary>The standard is not the one that was pinned.</summary>
    public static readonly ErrorKind StandardDigestDiffers = new("ASY1106", ErrorClass.Security, "The standard is not the one that was pinned",
        "The file in the repository has other bytes than those that were agreed on, so somebody changed it, or the digest is wrong.",
        "Name the revision that holds the pinned bytes, or read the new file and pin its digest: git show REV:PATH | sha256sum");

    /// <summary>The name of a pinned standard has a mistake.</summary>
    public static readonly ErrorKind StandardReferenceInvalid = new("ASY1107", ErrorClass.Validation, "The name of a pinned standard has a mistake",
        "A standard in a repository is named by address, path and digest; what is not exactly that is not fetched.",
        $"Write it like {Standards.PinnedStandard.Form}");

    internal static ImmutableArray<ErrorKind> All =>
        [StandardNotFound, StandardInvalid, NothingDue, StandardUnreachable, StandardNotThere, StandardDigestDiffers, StandardReferenceInvalid];
}
