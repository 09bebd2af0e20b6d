using System.Text.RegularExpressions;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Coverage;

/// <summary>Exception handlers: how many catch and except blocks ran.</summary>
internal static partial class HandlerFacts
{
    public static void Add(CoverageMap map, IReadOnlyCollection<FileLines> files, MeasureInput input, FactDraft draft)
    {
        const string name = FactNames.CoverageExceptionHandlers;
        var handlers = files.Where(file => file.Outline is not null).SelectMany(file => file.Outline!.Handlers.Select(span => (file, span))).ToList();
        if (handlers.Count == 0)
        {
            draft.Empty(name, "the production code has no exception handler");
            return;
        }
        if (!map.Any)
        {
            draft.Missing(name, CoverageMap.NoReport, CoverageMap.Remedy);
            return;
        }
        var missed = handlers.Where(handler => !Ran(handler.file, handler.span) || SharesLineWithTry(input, handler.file, handler.span)).ToList();
        draft.Measured(name, Quantity.Percent(handlers.Count - missed.Count, handlers.Count), map.Sources, $"of {handlers.Count} {(handlers.Count == 1 ? "handler" : "handlers")}",
            locations: missed.Select(handler => new Location(handler.file.Path, handler.span.First,
                handler.span.Last == handler.span.First ? null : handler.span.Last, "no test reaches it")),
            items: missed.Select(handler => new Location(handler.file.Path, handler.span.First, handler.span.Last, "handler")));
    }

    private static bool Ran(FileLines file, LineSpan span)
    {
        for (var line = span.First; line <= span.Last; line++)
            if (file.Covers(line)) return true;
        return false;
    }

    /// <summary>Where try and handler stand on one line, that the line ran does not show that the handler did.</summary>
    private static bool SharesLineWithTry(MeasureInput input, FileLines file, LineSpan span) =>
        span.First == span.Last && TryOnTheLine().IsMatch(input.Sources.Lines(file.Path)[span.First - 1]);

    [GeneratedRegex(@"\btry\b.*\b(catch|except)\b|\.catch\b")]
    private static partial Regex TryOnTheLine();
}
