using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Sources;

namespace Assay.Proof.Weakening;

/// <summary>Settings of test runners that keep tests from running, and data that tests compare with.</summary>
internal static partial class Exclusions
{
    /// <summary>Lines that a change adds to settings and that may exclude tests, or removes and that included them.</summary>
    public static IEnumerable<FoundWeakness> Of(ChangedFile file)
    {
        if (Languages.OfPath(file.Path) is not null && !Settings().IsMatch(file.Path)) yield break;
        foreach (var hunk in file.Hunks)
        {
            for (var i = 0; i < hunk.Added.Length; i++)
            {
                if (Excluding().IsMatch(hunk.Added[i]) && !hunk.Removed.Contains(hunk.Added[i]))
                    yield return new FoundWeakness(Core.Proofs.Weakness.Excluded, "a setting of the test runner may exclude tests", hunk.NewStart + i, [.. hunk.Removed.Select(line => $"-{line}"), $"+{hunk.Added[i]}"]);
            }
            foreach (var line in hunk.Removed.Where(line => Including().IsMatch(line) && !hunk.Added.Contains(line)))
                yield return new FoundWeakness(Core.Proofs.Weakness.Excluded, "a setting that includes tests has changed or is gone", hunk.NewStart, [$"-{line}", .. hunk.Added.Select(added => $"+{added}")]);
        }
    }

    /// <summary>Lines that a change removes from files that are no sources: tests may compare with them.</summary>
    public static IEnumerable<FoundWeakness> OfData(ChangedFile file)
    {
        if (Languages.OfPath(file.Path) is not null || Settings().IsMatch(file.Path)) yield break;
        ImmutableArray<Hunk> edited = [.. file.Hunks.Where(hunk => !hunk.Removed.IsEmpty)];
        if (file.Kind == ChangeKind.Added || edited.IsEmpty) yield break;
        yield return new FoundWeakness(Core.Proofs.Weakness.ExpectationChanged, "data that tests may compare with has changed", Math.Max(1, edited[0].NewStart),
            [.. edited.SelectMany(hunk => hunk.Removed.Select(line => $"-{line}").Concat(hunk.Added.Select(line => $"+{line}"))).Take(40)]);
    }

    [GeneratedRegex(@"(^|/)((vitest|jest|vite|mocha|karma|playwright|cypress|ava)[\w.]*\.(config|conf|setup|workspace)[\w.]*|\.mocharc[\w.]*|conftest\.py|pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml|package\.json|testconfig\.json|xunit\.runner\.json|[^/]*\.(runsettings|testsettings|csproj|props|targets))$", RegexOptions.IgnoreCase)]
    private static partial Regex Settings();

    [GeneratedRegex(@"\bexclude\b|IgnorePatterns|PathIgnore|collect_ignore|--ignore|--deselect|(Compile|None)\s+Remove=|--filter|testNamePattern|\bgrep\b|passWithNoTests|norecursedirs|\s-k\s|\s-m\s|<IsTestProject>\s*false|TestCaseFilter|allowOnly|\bignore\b|--invert|pytest_collection_modifyitems|pytest_ignore_collect|dangerouslyIgnoreUnhandledErrors|\bretry\b|\bretries\b|\breruns\b|DefaultItemExcludes|EnableDefaultCompileItems>\s*false", RegexOptions.IgnoreCase)]
    private static partial Regex Excluding();

    [GeneratedRegex(@"\btestMatch\b|\btestRegex\b|\binclude\b|\bspec\b|testpaths|python_files|python_functions|python_classes|Compile\s+Include=|<IsTestProject>\s*true", RegexOptions.IgnoreCase)]
    private static partial Regex Including();
}
