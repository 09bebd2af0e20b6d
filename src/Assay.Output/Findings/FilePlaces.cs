using Assay.Core;
using Assay.Core.Components;

namespace Assay.Output.Findings;

/// <summary>Which places of findings a forge can show: files of the repository, by relative address.</summary>
internal static class FilePlaces
{
    /// <summary>
    /// Whether the place is a file below the repository's root. With a line it is one; without, it may be the name of a test or a package, and only what looks like a file counts.
    /// </summary>
    public static bool IsFile(Location location)
    {
        var file = location.File;
        if (file.Length == 0 || Path.IsPathRooted(file) || file.Contains('\\') || file.Contains(':') || file.Split('/').Contains("..")) return false;
        return location.Line is not null || (!file.Contains(' ') && (file.Contains('/') || LooksLikeAnExtension(file[(file.LastIndexOf('.') + 1)..])));
    }

    /// <summary>Where a finding without a place stands, since what has none is shown nowhere: what the component is built from, else its configuration.</summary>
    public static string Entry(Component component) =>
        component.Toolchains is [var root, ..] && root.Entry.Length > 0 ? root.Entry : component.Path.Length == 0 ? "assay.yaml" : $"{component.Path}/assay.yaml";

    private static bool LooksLikeAnExtension(string text) => text.Length is > 0 and < 6 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
