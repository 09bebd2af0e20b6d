using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Proof.Judging;

namespace Assay.Proof.Hunks;

/// <summary>The tests that can hold a hunk: they pass at head, each time.</summary>
/// <param name="flaky">Those that did not.</param>
internal sealed class GreenCases(IEnumerable<TestCase> green, IEnumerable<CaseKey> flaky)
{
    private readonly PhaseCases cases = new([.. green]);
    private readonly ImmutableHashSet<CaseKey> flaky = [.. flaky];

    public bool Holds(CaseKey key) => cases.Of(key) == PhaseOutcome.Passed && !flaky.Contains(key);

    public bool Knows(CaseKey key) => cases.Find(key) is not null;

    /// <summary>The test whose name stands nearest above a line of its file; null where none is there.</summary>
    /// <param name="line">1-based.</param>
    public string? Above(string text, int line)
    {
        var names = cases.Keys.Where(Holds).Select(key => cases.Find(key)!).ToLookup(test => test.Name.Split('.', '>', ':')[^1].Trim(), StringComparer.Ordinal);
        return text.Split('\n').Take(line).Reverse().SelectMany(Words.In).FirstOrDefault(names.Contains) is { } name
            ? names[name].Select(test => test.Name).Order(StringComparer.Ordinal).First() : null;
    }
}
