namespace Assay.Core;

/// <summary>A place in a file: path relative to the repository with forward slashes, 1-based lines, and what is to see there.</summary>
public sealed record Location(string File, int? Line = null, int? EndLine = null, string? Note = null)
{
    /// <inheritdoc/>
    public override string ToString() => (Line, EndLine) switch
    {
        (null, _) => File,
        ({ } line, { } end) when end > line => $"{File}:{line}-{end}",
        ({ } line, _) => $"{File}:{line}",
    };
}
