namespace Assay.Core.Documents;

/// <summary>A heading with what stands below it.</summary>
/// <param name="Heading">Its words, without marks of emphasis, code or links.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Line">The heading's line, 1-based.</param>
/// <param name="Text">
/// What stands up to the next heading of its level or a higher one, sections within it included, without headings and comments; trimmed. Empty where the section is only a heading.
/// </param>
public sealed record MarkdownSection(string Heading, int Level, int Line, string Text)
{
    /// <summary>Whether the heading is this word or these words, in whatever case; numbers before it (<c>2. Context</c>) do not count.</summary>
    public bool Is(string heading) => Heading.TrimStart("0123456789.) ").Equals(heading, StringComparison.OrdinalIgnoreCase);
}
