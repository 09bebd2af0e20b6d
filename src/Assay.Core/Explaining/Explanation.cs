using System.Collections.Immutable;
using System.Text;

namespace Assay.Core.Explaining;

/// <summary>What there is to say about one gate, criterion, fact or error code.</summary>
/// <param name="Id">The id as it is written.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Sections">The text, section by section.</param>
/// <param name="SeeAlso">Ids that have to do with it; each can be explained too.</param>
public sealed record Explanation(string Id, string Title, ImmutableArray<Section> Sections, ImmutableArray<string> SeeAlso)
{
    /// <summary>As plain text, lines no longer than the width where words allow it; ends with a line break.</summary>
    public string ToText(int width = 80)
    {
        var text = new StringBuilder();
        TextWrap.Append(text, $"{Id} - {Title}", width, "");
        foreach (var section in Sections)
        {
            text.Append('\n');
            TextWrap.Append(text, section.Heading, width, "");
            foreach (var line in section.Lines) TextWrap.Append(text, line, width, "  ");
        }
        if (SeeAlso.IsEmpty) return text.ToString();
        text.Append('\n');
        TextWrap.Append(text, $"See also: {string.Join(", ", SeeAlso)}", width, "");
        return text.ToString();
    }
}

/// <summary>A heading with its lines, none of them wrapped.</summary>
public sealed record Section(string Heading, ImmutableArray<string> Lines)
{
    /// <summary>A heading with one line.</summary>
    public Section(string heading, string line) : this(heading, [line]) { }
}
