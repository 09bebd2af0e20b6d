using Assay.Core.Documents.Links;
using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>
/// Relative links and images of a component's Markdown that lead nowhere. Links to other sites, and out of the repository (GitHub's <c>../../issues</c>), are not followed.
/// </summary>
internal static class LinkFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        var files = MarkdownFiles.Of(input).ToList();
        if (files.Count == 0)
        {
            draft.Empty(FactNames.BrokenLinks, "no Markdown here");
            return;
        }
        var known = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var index = TreeIndex.Of(input.Head);
        var all = 0;
        var broken = new List<Location>();
        foreach (var file in files)
        {
            if (MarkdownFiles.Text(input, file) is not { } text)
            {
                broken.Add(new Location(file, Note: "too large to be read"));
                continue;
            }
            var lines = ProseLines.Of(text);
            known[file] = MarkdownAnchors.Of(lines);
            foreach (var link in MarkdownLinks.Of(lines))
            {
                if (IsElsewhere(link.Target)) continue;
                all++;
                if (Mistake(file, link.Target) is { } mistake) broken.Add(new Location(file, link.Line, Note: $"{Shown(link.Target)}: {mistake}"));
            }
        }
        draft.Measured(FactNames.BrokenLinks, Quantity.Count(broken.Count), [], $"of {(all == 1 ? "1 relative link" : $"{all} relative links")} in {(files.Count == 1 ? "1 Markdown file" : $"{files.Count} Markdown files")}", locations: broken);

        string? Mistake(string file, string target)
        {
            if (target.Length == 0) return "the link is empty";
            var (path, anchor) = Cut(target);
            var found = path.Length == 0 ? file : Find(index, file, path);
            if (found is null || anchor.Length == 0 || !MarkdownFiles.Is(found)) return found is null ? "is not there" : null;
            return IsLineNumber(anchor) || Anchors(found).Contains(anchor) ? null : $"{(found == file ? "this file" : found)} has no heading '#{anchor}'";
        }

        HashSet<string> Anchors(string file)
        {
            if (!known.TryGetValue(file, out var anchors))
                known[file] = anchors = MarkdownFiles.Text(input, file) is { } text ? MarkdownAnchors.Of(ProseLines.Of(text)) : [];
            return anchors;
        }
    }

    private static (string Path, string Anchor) Cut(string target)
    {
        var parts = target.Split('#', 2);
        var anchor = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        return (Uri.UnescapeDataString(parts[0].Split('?', 2)[0]), anchor.StartsWith("user-content-", StringComparison.Ordinal) ? anchor["user-content-".Length..] : anchor);
    }

    /// <summary>
    /// The file or folder; an empty text where the link leads out of the repository, null where it leads nowhere. Generators of sites leave the ending out
    /// and begin at a folder of their own, so a page that is there under its full name counts.
    /// </summary>
    private static string? Find(TreeIndex index, string file, string target)
    {
        var folder = file.LastIndexOf('/') is >= 0 and var slash ? file[..slash] : "";
        var at = target[0] == '/' ? "" : folder;
        while (true)
        {
            if (TreeIndex.Resolve(at, target) is not { } path) return "";
            if (Page(index, path) is { } page) return page;
            if (target[0] != '/' || folder.Length == 0) return null;
            at = folder;
            folder = folder.LastIndexOf('/') is >= 0 and var above ? folder[..above] : "";
        }
    }

    private static string? Page(TreeIndex index, string path)
    {
        if (index.Has(path)) return path;
        if (path.Length == 0) return null;
        var page = path.EndsWith(".html", StringComparison.Ordinal) ? path[..^5] : path;
        return Endings.Select(ending => page + ending).FirstOrDefault(index.Has);
    }

    private static bool IsElsewhere(string target)
    {
        if (target.StartsWith("//", StringComparison.Ordinal)) return true;
        var colon = target.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(target[0]) && target.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    /// <summary>A place in a file as GitHub writes it: <c>#L10-L12</c>.</summary>
    private static bool IsLineNumber(string anchor) => anchor.Length > 1 && anchor[0] == 'L' && char.IsAsciiDigit(anchor[1]);

    private static string Shown(string target) => target.Length switch { 0 => "()", > 120 => target[..120] + "…", _ => target };

    private static readonly string[] Endings = [".md", ".mdx", "/index.md", "/README.md"];

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
