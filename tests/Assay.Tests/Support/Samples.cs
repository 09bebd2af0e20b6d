using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Tests.Support;

/// <summary>Small pieces of a judgement, for tests that vary one of them.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Component Component(string subject = "sha256:now", ComponentKind? declared = null, ComponentKind? detected = null) =>
        new("app", "", declared, detected, [], subject);

    public static Criterion Criterion(
        string id = "coverage_lines", string fact = FactNames.CoverageLines, Requirement? requirement = null, Phase phase = Phase.CodeCompletion,
        Profile profile = Profile.Lightweight, WhenEmpty whenEmpty = WhenEmpty.Missing, Binding? binds = null, params ComponentKind[] kinds) =>
        new(id, fact, requirement ?? new Requirement(Comparison.AtLeast, new Quantity(90, Unit.Percent)), phase, profile, Mender.Author,
            binds ?? Binding.Tree, whenEmpty, [.. kinds], "why", "remedy", []);

    public static Standard Standard(params Criterion[] criteria) =>
        new("test", "1.0.0", "sha256:standard", new Routing(5, 16, ["**/package.json"]), [new Gate("gate", "Gate", "why", [.. criteria])],
            new Targets(ImmutableSortedDictionary<string, Quantity>.Empty, ImmutableSortedDictionary<string, Quantity>.Empty, [],
                new DeploymentTargets([], ImmutableSortedDictionary<string, Requirement>.Empty, ImmutableSortedDictionary<string, Quantity>.Empty)));

    public static Fact Lines(decimal percent, string? source = "sha256:report") =>
        new(FactNames.CoverageLines, "app", FactState.Measured, new Quantity(percent, Unit.Percent), Sources: source is null ? [] : [source]);

    public static EvidenceItem Report(
        string? subject = "sha256:now", Trust trust = Trust.Collected, DateTimeOffset? producedAt = null, string digest = "sha256:report", string format = "cobertura", bool probed = false) =>
        new($"out/{digest[7..]}.xml", format, null, digest, "app", trust, subject, ProducedAt: producedAt, Probed: probed);

    public static JudgementInput Input(Standard standard, params Fact[] facts) =>
        new(standard, Profile.Standard, Phase.CodeCompletion, Judged.Change, [Component()], [.. facts], [Report()], Noon);

    public static Change Change(params ChangedFile[] files) => new(Judged.Change, "repo", "aaa", "main", "bbb", false, [.. files], []);

    /// <summary>An edit that adds lines from a place on and removes others.</summary>
    public static ChangedFile Edit(string path, int at, string[] added, string[]? removed = null) =>
        new(path, null, ChangeKind.Modified, [new Hunk(at, [.. removed ?? []], at, [.. added])]);
}
