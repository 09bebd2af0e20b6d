using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Sources;
using Assay.Proof.Outlines;

namespace Assay.Proof.Weakening;

/// <summary>The tests and asserting functions of changed files in one tree.</summary>
internal sealed class TestSources
{
    private const int MostFiles = 3_000;
    private readonly Dictionary<string, string> texts = [];

    public TestSources(IFileTree tree, IEnumerable<string> paths)
    {
        foreach (var (path, content) in tree.ReadAll(paths.Where(path => Languages.OfPath(path) is not null).Distinct()))
        {
            if (content is not null) texts[path] = Encoding.UTF8.GetString(content);
        }
        Tests = Outlined(ImmutableHashSet<string>.Empty);
        var asserting = AssertingElsewhere(tree);
        if (!asserting.IsEmpty) Tests = Outlined(asserting);
    }

    public ImmutableArray<SourceTest> Tests { get; }

    /// <summary>Source lines, each with a sign before it; the first 40.</summary>
    public ImmutableArray<string> Lines(string path, LineSpan span, char sign) =>
        [.. Text(path).ReplaceLineEndings("\n").Split('\n').Skip(span.First - 1).Take(Math.Min(40, span.Last - span.First + 1)).Select(line => sign + line)];

    public string Text(string path) => texts.GetValueOrDefault(path, "");

    private ImmutableArray<SourceTest> Outlined(IReadOnlySet<string> asserting) =>
        [.. texts.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => TestOutline.WithHelpers(file.Key, file.Value, asserting))];

    /// <summary>Functions of other test files that assert, where tests that assert nothing themselves call them.</summary>
    private ImmutableHashSet<string> AssertingElsewhere(IFileTree tree)
    {
        var called = Tests.Where(test => test.Empty || test.Assertions.IsEmpty).SelectMany(test => test.CallsElsewhere).ToHashSet();
        if (called.Count == 0) return [];
        var languages = texts.Keys.Select(path => Languages.OfPath(path)).ToHashSet();
        var candidates = tree.Files.Select(file => file.Path).Where(path => !texts.ContainsKey(path) && Languages.OfPath(path) is { } language && languages.Contains(language)
            && (path.Contains("test", StringComparison.OrdinalIgnoreCase) || path.Contains("spec", StringComparison.OrdinalIgnoreCase))).Take(MostFiles);
        var result = ImmutableHashSet.CreateBuilder<string>();
        foreach (var (path, content) in tree.ReadAll(candidates))
        {
            if (content is null || content.Length > 2_000_000) continue;
            var text = Encoding.UTF8.GetString(content);
            if (!called.Any(name => text.Contains(name, StringComparison.Ordinal))) continue;
            foreach (var helper in TestOutline.WithHelpers(path, text, ImmutableHashSet<string>.Empty).Where(test => test.Helper && test.Trivial.Contains(false)))
            {
                var simple = helper.Name[(helper.Name.LastIndexOf('.') + 1)..];
                if (called.Contains(simple)) result.Add(simple);
            }
        }
        return result.ToImmutable();
    }
}
