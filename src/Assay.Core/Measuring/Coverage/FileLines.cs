using Assay.Core.Observations;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Coverage;

/// <summary>
/// The lines of one production file that count. What reports mention counts as they say. What none mentions counts as not covered
/// where it holds code, unless it lies in a body, and a branch of <c>#if</c>, of which other lines are mentioned.
/// </summary>
internal sealed class FileLines
{
    private readonly SortedDictionary<int, LineCoverage> _reported;
    private readonly SourceOutline? _outline;
    private readonly string[] _text;
    private readonly ConditionalCode _conditional;
    private readonly HashSet<(LineSpan Body, int Branch)> _mentioned;

    private FileLines(string path, SortedDictionary<int, LineCoverage>? reported, SourceOutline? outline, string[] text)
    {
        Path = path;
        InReport = reported is not null;
        _reported = reported ?? [];
        _outline = outline;
        _text = text;
        _conditional = Languages.OfPath(path) == Language.CSharp ? ConditionalCode.Of(text) : ConditionalCode.None;
        _mentioned = outline is null ? [] : [.. _reported.Keys.Select(line => _conditional.UnitOf(outline, line)).OfType<(LineSpan, int)>()];
        Counted = [.. outline is null ? WithoutOutline(text) : _reported.Keys.Where(line => !IsRemark(outline, text, line)).Concat(Unmentioned(outline)).Order()];
    }

    public string Path { get; }

    /// <summary>Whether any report mentions the file.</summary>
    public bool InReport { get; }

    /// <summary>All lines that count, ascending.</summary>
    public IReadOnlyList<int> Counted { get; }

    /// <summary>What reports say of lines.</summary>
    public IReadOnlyDictionary<int, LineCoverage> Reported => _reported;

    /// <summary>The file's outline; null for a language without one.</summary>
    public SourceOutline? Outline => _outline;

    public bool Covers(int line) => _reported.TryGetValue(line, out var coverage) && coverage.Covered;

    /// <summary>
    /// Uncovered lines one by one. Lone braces are left out: reports that mention the file count them, and without such a report nobody does, so that they would look new
    /// on the day on which the first test of the file is written.
    /// </summary>
    public IEnumerable<Location> Items(IEnumerable<int> uncovered) =>
        uncovered.Where(IsCode).Select(line => new Location(Path, line, Note: "line"));

    /// <summary>Uncovered lines that are no items and still hold something: heads of functions, fields, types.</summary>
    public IEnumerable<Location> Heads(IEnumerable<int> uncovered) =>
        uncovered.Where(line => !IsCode(line) && line <= _text.Length && _text[line - 1].AsSpan().ContainsAnyExcept("{}()[];, \t\r")).Select(line => new Location(Path, line, Note: Head));

    /// <summary>What <see cref="Heads"/> are called.</summary>
    public const string Head = "head";

    private bool IsCode(int line) => _outline is null || _outline.KindOf(line) == LineKind.Code;

    /// <summary>Whether no report mentions the line because the target frameworks that ran all leave it out.</summary>
    public bool IsLeftOut(int line, IReadOnlyCollection<FrameworkCondition> ran) => !_reported.ContainsKey(line) && _conditional.IsLeftOut(line, ran);

    public static FileLines Of(MeasureInput input, CoverageMap map, string path) => Of(path, map.Lines(path), input.Sources);

    /// <param name="reported">What reports say of its lines; null where none mentions the file.</param>
    public static FileLines Of(string path, SortedDictionary<int, LineCoverage>? reported, SourceOutlines sources) =>
        new(path, reported, sources.Of(path), sources.Lines(path));

    /// <summary>Some tools call comments and blank lines covered; they hold nothing that could be. One that is called not covered stays: it stands for what is around it.</summary>
    private bool IsRemark(SourceOutline outline, string[] text, int line) =>
        _reported[line].Covered && line <= outline.Lines.Length && line <= text.Length && outline.KindOf(line) == LineKind.NoCode
        && text[line - 1].AsSpan().Trim() is [] or ['/', '/' or '*', ..] or ['*', ..] or ['#', ..];

    private IEnumerable<int> Unmentioned(SourceOutline outline)
    {
        for (var line = 1; line <= outline.Lines.Length; line++)
        {
            if (outline.KindOf(line) != LineKind.Code || _reported.ContainsKey(line)) continue;
            if (_conditional.UnitOf(outline, line) is { } unit && _mentioned.Contains(unit)) continue;
            yield return line;
        }
    }

    private IEnumerable<int> WithoutOutline(string[] text) => InReport
        ? _reported.Keys
        : Enumerable.Range(1, text.Length).Where(line => !string.IsNullOrWhiteSpace(text[line - 1]));
}
