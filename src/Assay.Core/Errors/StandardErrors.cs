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

    internal static ImmutableArray<ErrorKind> All => [StandardNotFound, StandardInvalid, NothingDue];
}
