using Assay.Core.Sources;

namespace Assay.Tests.Sources;

/// <summary>
/// Source with the expected answer in its margin: <c>C</c> code, <c>D</c> declaration, blank for no code; then <c>h</c> within a handler;
/// then a bar, and the source line.
/// </summary>
internal static class Marked
{
    public static void Holds(Language language, string marked, string? bodies = null)
    {
        var source = string.Join('\n', marked.Split('\n').Select(line => line.Length >= 3 ? line[3..] : throw new ArgumentException($"No margin: {line}")));
        var outline = SourceOutline.Of(language, source);
        Assert.Equal(marked, Mark(outline, source));
        if (bodies is not null)
        {
            Assert.Equal(bodies, string.Join(' ', outline.Bodies.Select(body => $"{body.First}-{body.Last}")));
        }
    }

    private static string Mark(SourceOutline outline, string source) => string.Join('\n', source.Split('\n').Select((text, index) =>
    {
        var line = index + 1;
        var kind = outline.KindOf(line) switch { LineKind.Code => 'C', LineKind.Declaration => 'D', _ => ' ' };
        return $"{kind}{(outline.Handlers.Any(handler => handler.First <= line && line <= handler.Last) ? 'h' : ' ')}|{text}";
    }));
}
