using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Core.Documents.Links;

/// <summary>The places of a Markdown text that a link can name: its headings as GitHub spells them, and ids that stand in it as HTML.</summary>
internal static partial class MarkdownAnchors
{
    public static HashSet<string> Of(IEnumerable<ProseLine> lines)
    {
        var anchors = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Kind is not (ProseKind.Text or ProseKind.Heading)) continue;
            foreach (Match id in Id().Matches(line.Text)) anchors.Add(id.Groups[1].Value);
            if (line.Kind != ProseKind.Heading) continue;
            foreach (Match id in OwnId().Matches(line.Text)) anchors.Add(id.Groups[1].Value);
            var slug = Slug(line.Text);
            var before = times.GetValueOrDefault(slug);
            times[slug] = before + 1;
            anchors.Add(before == 0 ? slug : $"{slug}-{before}");
        }
        return anchors;
    }

    /// <summary>Lower case; letters, digits, marks, hyphens and underscores stay, a blank becomes a hyphen, all else goes.</summary>
    internal static string Slug(string heading)
    {
        var text = Emphasis().Replace(Tag().Replace(Link().Replace(heading, "$1"), ""), "$1").Trim();
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ') slug.Append('-');
            else if (rune.Value is '-' or '_' || Stays(Rune.GetUnicodeCategory(rune))) slug.Append(Rune.ToLowerInvariant(rune));
        }
        return slug.ToString();
    }

    private static bool Stays(UnicodeCategory category) => category is <= UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    [GeneratedRegex(@"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<!\w)_+([^_]+)_+(?!\w)")]
    private static partial Regex Emphasis();

    [GeneratedRegex("""<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*["']([^"'<>]+)["']""")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{#([^}\s]+)\}")]
    private static partial Regex OwnId();
}
