using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Adoption;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Output;

/// <summary>Builds verdicts by the real standard and the real judge, from facts that a test varies.</summary>
internal sealed class VerdictBuilder
{
    private const string Report = "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Component> _components = [];
    private readonly Dictionary<(string, string), Fact> _facts = [];
    private readonly List<EvidenceItem> _evidence = [];
    private readonly List<EvidenceProblem> _problems = [];
    private readonly List<Weakening> _weakened = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<DebtKey, int> _owed = [];
    private readonly List<Terms> _terms = [];

    public Profile Profile { get; init; } = Profile.Enterprise;
    public string ProfileReason { get; init; } = "17 files changed";
    public Phase Phase { get; init; } = Phase.CodeCompletion;
    public string Path { get; init; } = "";

    public Change Change { get; init; } = new(Judged.Change, "shop", "9d2c1f7a55e04b6c8d3e2f1a0b9c8d7e6f5a4b3c", "main",
        "4f7a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f70", false, [.. Enumerable.Range(1, 17).Select(i => new ChangedFile($"src/File{i}.cs", null, ChangeKind.Modified, []))], ["author@example.com"]);

    /// <summary>What stands, on the default branch.</summary>
    public static Change State { get; } = new(Judged.State, "shop", null, null, "4f7a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f70", false, [], []);

    /// <summary>A component of which everything holds that this version can measure.</summary>
    public VerdictBuilder Healthy(string component, ComponentKind kind = ComponentKind.Service, int tests = 48)
    {
        var subject = $"sha256:{component}".PadRight(71, '0');
        _components.Add(new Component(component, $"services/{component}", kind, kind, [], subject));
        _evidence.Add(new EvidenceItem($".assay/{component}/test/coverage.cobertura.xml", "cobertura", "1.9", Report, component, Trust.Collected, subject,
            "dotnet test --collect", Noon.AddMinutes(-1), Step: StepKind.Test));
        Measured(component, FactNames.TestsRun, Quantity.Count(tests), "tests");
        foreach (var name in (string[])[FactNames.TestsSkipped, FactNames.TestRunsMissing, FactNames.BuildErrors, FactNames.EvidenceProblems, FactNames.TrackedFilesChanged])
            Measured(component, name, Quantity.Count(0));
        if (Change.Judged == Judged.Change) Measured(component, FactNames.RulesLoosened, Quantity.Count(0));
        Measured(component, FactNames.TestsFailed, Quantity.Count(0), $"of {tests} tests");
        Measured(component, FactNames.BuildWarnings, Quantity.Count(0), "by csc");
        Measured(component, FactNames.TypesFindings, Quantity.Count(0), "by csc");
        Measured(component, FactNames.LintFindings, Quantity.Count(0), "by analyzers");
        Measured(component, FactNames.SecretsFound, Quantity.Count(0), "by secretlint");
        Measured(component, FactNames.SbomPackages, Quantity.Count(12));
        Measured(component, FactNames.AcceptanceCriteria, Quantity.Count(9));
        Measured(component, FactNames.AcceptanceApproved, Quantity.Percent(9, 9), "of 9 criteria");
        Measured(component, FactNames.AcceptanceValidated, Quantity.Percent(9, 9), "of 9 criteria");
        Measured(component, FactNames.TestsPassRate, Quantity.Percent(1, 1), $"of {tests} tests");
        Measured(component, FactNames.CoverageLines, Quantity.Percent(318, 340), "of 340 lines");
        Measured(component, FactNames.CoverageBranches, Quantity.Percent(54, 60), "of 60 branches");
        Measured(component, FactNames.CoverageCriticalPaths, Quantity.Percent(120, 120), "of 120 lines");
        Measured(component, FactNames.CoverageExceptionHandlers, Quantity.Percent(6, 6), "of 6 handlers");
        if (Change.Judged == Judged.Change) Measured(component, FactNames.CoverageChangedLines, Quantity.Percent(34, 34), "of 34 lines");
        foreach (var criterion in BuiltInStandards.Load("production")!.Criteria) Holds(component, criterion);
        return this;
    }

    /// <summary>A fact that this version measures and that nothing above says has the value that is demanded of it.</summary>
    private void Holds(string component, Criterion criterion)
    {
        var fact = FactCatalog.Find(criterion.Fact)!;
        if (fact.Later is not null || fact.About == About.Change && Change.Judged == Judged.State || _facts.ContainsKey((component, fact.Name))) return;
        var bound = criterion.Requirement.Bound;
        var value = criterion.Requirement.Comparison == Comparison.Below ? bound with { Value = bound.Value / 2 } : bound;
        With(new Fact(fact.Name, component, FactState.Measured, value));
    }

    public VerdictBuilder Measured(string component, string fact, Quantity value, string? detail = null, string? reason = null, params Location[] locations) =>
        With(new Fact(fact, component, FactState.Measured, value, detail, reason, null, [.. locations], [Report]));

    public VerdictBuilder With(Fact fact)
    {
        _facts[(fact.Component, fact.Name)] = fact;
        return this;
    }

    public VerdictBuilder Without(string component, params string[] facts)
    {
        foreach (var fact in facts) _facts.Remove((component, fact));
        return this;
    }

    public VerdictBuilder Missing(string component, string reason, params string[] facts) =>
        facts.Aggregate(this, (builder, fact) => builder.With(new Fact(fact, component, FactState.Missing, Reason: reason)));

    /// <summary>A step broke: its facts are Error, as measuring leaves them.</summary>
    public VerdictBuilder Broken(string component, StepKind step, AssayError error, params string[] facts)
    {
        _problems.Add(new EvidenceProblem(error, component, step));
        return facts.Aggregate(this, (builder, fact) => builder.With(new Fact(fact, component, FactState.Error, Reason: error.What, Remedy: error.Step)));
    }

    public VerdictBuilder Problem(AssayError error, string? component = null)
    {
        _problems.Add(new EvidenceProblem(error, component, null));
        return this;
    }

    public VerdictBuilder Evidence(string path, Trust trust, string component, bool bound)
    {
        var subject = bound ? _components.Single(known => known.Id == component).Subject : null;
        _evidence.Add(new EvidenceItem(path, "junit", null, Report.Replace("2c26", "7c76"), component, trust, subject));
        return this;
    }

    public VerdictBuilder Weakened(WeakeningSource source, string what, Location? location = null)
    {
        _weakened.Add(new Weakening(source, what, location));
        return this;
    }

    /// <summary>Below the bar as it was agreed two months before: one thing in each of the files, and ten have been mended.</summary>
    public VerdictBuilder Owing(string component, string criterion, string fact, Quantity value, string detail, params string[] files)
    {
        With(new Fact(fact, component, FactState.Measured, value, detail, null, null, [], [Report]) { Items = [.. files.Select(file => new Location(file, Note: "line"))] });
        foreach (var file in files) _owed[new DebtKey(component, criterion, file, "", "line", "")] = 1;
        _terms.Add(new Terms(component, criterion, new DateOnly(2026, 9, 22), files.Length + 10, [new(new DateOnly(2026, 12, 22), files.Length), new(new DateOnly(2027, 9, 22), 0)]));
        return this;
    }

    public VerdictBuilder Note(string note)
    {
        _notes.Add(note);
        return this;
    }

    public Verdict Build()
    {
        var standard = BuiltInStandards.Load("production")!;
        ImmutableArray<Fact> facts = [.. _facts.Values];
        var gates = Judge.Gates(new JudgementInput(standard, Profile, Phase, Change.Judged, [.. _components], facts, [.. _evidence], Noon));
        var debts = new Debts(new Baseline(_owed.ToImmutableDictionary(), [.. _terms]), Lineage.Same(new FakeTree()), new DateOnly(2026, 11, 22), atBase: false);
        gates = debts.Apply(gates, facts);
        return new Verdict(Judge.Outcome(gates), Noon, "0.1.0", standard with { Digest = "sha256:standard" }, Profile, ProfileReason, Phase, "3f2a91c04b7e", Change, Path,
            [.. _components], gates, facts, [.. _evidence], [.. _problems], [.. _weakened], [.. _notes]) { Owed = debts.Owed };
    }
}
