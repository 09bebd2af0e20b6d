namespace Assay.Core.Adoption;

/// <summary>One thing below the bar, by what it is: nothing in it changes when lines around it come or go.</summary>
/// <param name="File">Relative to the repository; empty where it lies in no file.</param>
/// <param name="Symbol">First line of the function around it; empty outside of one.</param>
/// <param name="What">What is wrong there, e.g. a rule's id.</param>
/// <param name="Content">Twelve hexadecimal digits over the tokens of its lines; empty where no line is known.</param>
public sealed record DebtKey(string Component, string Criterion, string File, string Symbol, string What, string Content)
{
    /// <summary>What nothing has shown yet, as a whole.</summary>
    public const string Absent = "absent";

    /// <summary>What fails without saying where.</summary>
    public const string Fails = "fails";

    /// <summary>Everything of a criterion for which no evidence was there.</summary>
    public static DebtKey NotShown(string component, string criterion) => new(component, criterion, "", "", Absent, "");
}
