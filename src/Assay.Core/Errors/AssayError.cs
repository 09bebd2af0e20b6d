namespace Assay.Core.Errors;

/// <summary>What went wrong, where, and the one next step.</summary>
/// <param name="Kind">The stable kind, with its code.</param>
/// <param name="What">What happened, in plain words and without any secret.</param>
/// <param name="File">The file it is about, relative to the repository where it lies in it.</param>
/// <param name="Line">1-based line in <paramref name="File"/>.</param>
/// <param name="Column">1-based column in <paramref name="Line"/>.</param>
/// <param name="NextStep">The next step here; the kind's own where null.</param>
public sealed record AssayError(
    ErrorKind Kind, string What, string? File = null, int? Line = null, int? Column = null, string? NextStep = null)
{
    /// <summary>The next step, never empty.</summary>
    public string Step => NextStep ?? Kind.NextStep;

    /// <summary><c>file:line:column</c>, as far as known; null without a file.</summary>
    public string? Where => File is null ? null : Line is null ? File : Column is null ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
