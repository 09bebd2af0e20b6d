using Assay.Core.Components;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Security.Segmentation;

/// <summary>Places where production code names card data; one for each file.</summary>
internal static class CardDataInSources
{
    public static IEnumerable<Location> Of(MeasureInput input) =>
        from file in input.Files
        where file.Role == FileRole.Production
        let found = First(file.Path, input.Sources)
        where found is not null
        select new Location(file.Path, found.Value.Line, Note: $"names card data: {found.Value.Name}");

    private static SourceName? First(string path, SourceOutlines sources)
    {
        if (sources.Content(path) is not { } text) return null;
        foreach (var name in Languages.OfPath(path) is { } language ? SourceNames.Of(language, text) : Plain(text))
            if (CardNames.IsCardData(name.Name, name.Called)) return name;
        return null;
    }

    /// <summary>In a language that Assay cannot tell apart, every word on a line that is no comment as a whole.</summary>
    private static IEnumerable<SourceName> Plain(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.TrimStart() is ['/', '/', ..] or ['#', ..] or ['*', ..]) continue;
            foreach (var word in line.Split(line.Where(c => !char.IsLetterOrDigit(c) && c is not ('_' or '-')).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries))
                yield return new SourceName(word, number, false);
        }
    }
}
