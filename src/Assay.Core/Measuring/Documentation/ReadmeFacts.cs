using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Documents.Links;
using Assay.Core.Facts;
using Assay.Core.Measuring.Documentation.Readme;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>What the component's README tells: what it is, how to build, test, run and configure it. Pages of the repository that it links to count as its own.</summary>
internal static class ReadmeFacts
{
    private const int MostPages = 20;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var readmes = input.Head.Files.Select(file => file.Path)
            .Where(path => input.Component.Contains(path) && MarkdownFiles.Local(input, path).Equals("README.md", StringComparison.OrdinalIgnoreCase)).ToList();
        if (readmes.Count == 0 || MarkdownFiles.Text(input, readmes[0]) is not { } text)
        {
            // Markdown alone is read; whoever has written another format should hear that, and not that there is nothing.
            var other = input.Head.Files.Select(file => file.Path).FirstOrDefault(path => input.Component.Contains(path) && MarkdownFiles.Local(input, path).StartsWith("README.", StringComparison.OrdinalIgnoreCase));
            draft.Missing(FactNames.ReadmeSections, other is null ? "no README.md in the component's folder" : $"{other} is there, and Assay reads a README in Markdown alone", $"Write {(input.Component.Path.Length == 0 ? "" : input.Component.Path + "/")}README.md: what it is, how to build, test, run and configure it.");
            return;
        }
        var readme = readmes[0];
        var own = ProseLines.Of(text);
        var pages = new Lazy<List<ImmutableArray<ProseLine>>>(() => [own, .. Linked(input, readme, own)]);
        var missing = Demanded(input.Component).Where(section => !pages.Value.Exists(page => ReadmeText.Says(page, section))).Select(section => section.Name).ToList();
        if (!ReadmeText.SaysWhat(own)) missing.Insert(0, "what it is");
        var all = Demanded(input.Component).Length + 1;
        draft.Measured(FactNames.ReadmeSections, Quantity.Percent(all - missing.Count, all), [], $"of {all} sections", locations: missing.Select(name => new Location(readme, Note: $"does not say {name}")));
    }

    /// <summary>A library is used, not run, and is configured by whoever calls it.</summary>
    private static ReadmeSection[] Demanded(Component component) => component.AgreedKind == ComponentKind.Library
        ? [ReadmeSections.Build, ReadmeSections.Test]
        : [ReadmeSections.Build, ReadmeSections.Test, ReadmeSections.Run, ReadmeSections.Configure];

    private static IEnumerable<ImmutableArray<ProseLine>> Linked(MeasureInput input, string readme, ImmutableArray<ProseLine> own)
    {
        var folder = readme.LastIndexOf('/') is >= 0 and var slash ? readme[..slash] : "";
        return MarkdownLinks.Of(own).Select(link => link.Target.Split('#', '?')[0])
            .Where(target => MarkdownFiles.Is(target) && !target.Contains(':'))
            .Select(target => TreeIndex.Resolve(target.StartsWith('/') ? "" : folder, Uri.UnescapeDataString(target)))
            .OfType<string>().Where(path => path != readme && input.Component.Contains(path)).Distinct(StringComparer.Ordinal).Take(MostPages)
            .Select(path => MarkdownFiles.Text(input, path)).OfType<string>().Select(ProseLines.Of);
    }
}
