using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Adopting a standard: ASY18xx.</summary>
public static class AdoptionErrors
{
    /// <summary>assay.baseline has a mistake.</summary>
    public static readonly ErrorKind BaselineInvalid = new("ASY1801", ErrorClass.Validation, "assay.baseline has a mistake",
        "A baseline that is misread would let debt pass that nobody agreed on, so nothing is judged until it is right.",
        "Correct the named line, or take the file back from git and run assay adopt.");

    /// <summary>Nothing is below the bar.</summary>
    public static readonly ErrorKind NothingOwed = new("ASY1802", ErrorClass.Business, "Nothing is below the bar",
        "A baseline is for what stands below the bar and cannot be mended at once.",
        "Run assay check; there is nothing to agree on.");

    /// <summary>The date is too far away.</summary>
    public static readonly ErrorKind TooLate = new("ASY1803", ErrorClass.Validation, "The date is not within what the standard allows",
        "Debt without a near end is no debt but a lower bar.",
        "Name a day after today, within the days that the error names.");

    internal static ImmutableArray<ErrorKind> All => [BaselineInvalid, NothingOwed, TooLate];
}
