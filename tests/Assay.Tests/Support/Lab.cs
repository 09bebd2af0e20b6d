using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Evidence;
using Assay.Evidence.Gathering;
using Assay.Toolchains.Components;

namespace Assay.Tests.Support;

/// <summary>
/// One component, judged by the built-in standard from files as they are: the tree's text and the bytes of reports go through the real readers, measuring and judging.
/// What a test does not give is not there.
/// </summary>
internal sealed class Lab
{
    private readonly List<(string Path, string Text)> _head = [];
    private readonly List<(string Path, string Text)> _base = [];
    private readonly List<ChangedFile> _changed = [];
    private readonly List<(EvidenceItem Item, byte[] Content)> _reports = [];

    public ComponentKind Kind { get; init; } = ComponentKind.Service;
    public Judged Judged { get; init; } = Judged.Change;
    public Phase Phase { get; init; } = Phase.Deployment;
    public Profile Profile { get; init; } = Profile.Enterprise;
    public DateTimeOffset Now { get; init; } = Samples.Noon;
    public ImmutableArray<EvidenceProblem> Problems { get; init; } = [];
    public ImmutableArray<Weakening> Weakened { get; init; } = [];
    public string? Artifact { get; init; }
    public ImmutableArray<string> Origins { get; init; } = [];
    public Func<Change, Change> Change { get; init; } = change => change;
    public Func<MeasureInput, MeasureInput> Input { get; init; } = input => input;
    public Func<ComponentConfiguration, ComponentConfiguration> Configuration { get; init; } = configuration => configuration;

    /// <summary>A file of the judged tree.</summary>
    public Lab File(string path, string text)
    {
        _head.Add((path, text));
        return this;
    }

    /// <summary>A file of the tree at base.</summary>
    public Lab AtBase(string path, string text)
    {
        _base.Add((path, text));
        return this;
    }

    /// <summary>A file of the change.</summary>
    public Lab Edited(ChangedFile file)
    {
        _changed.Add(file);
        return this;
    }

    /// <summary>A report as a step left it, bound to this content unless said otherwise.</summary>
    /// <param name="ran">How long the step ran; zero where nothing says when it began.</param>
    public Lab Report(
        string path, string text, StepKind? step = null, Trust trust = Trust.Collected, bool probed = true, DateTimeOffset? producedAt = null, string? subject = "", string? artifact = null, TimeSpan? ran = null)
    {
        var ended = producedAt ?? Now.AddMinutes(-5);
        _reports.Add((new EvidenceItem(path, "", null, "", "app", trust, subject, null, ended, probed, "", step, artifact)
        {
            StartedAt = step is null || ran == TimeSpan.Zero ? null : ended - (ran ?? TimeSpan.FromMinutes(6)),
        }, Encoding.UTF8.GetBytes(text)));
        return this;
    }

    /// <summary>What the command of a drill left, that ended then.</summary>
    public Lab Drill(string name, string text, DateTimeOffset? endedAt = null, string? subject = "", string? origin = null)
    {
        var ended = endedAt ?? Now.AddMinutes(-5);
        _reports.Add((new EvidenceItem($".assay/evidence/app/drill-{name}/drill.json", "", null, "", "app", Trust.Recorded, subject, null, ended, false, "", StepKind.Drill)
        {
            StartedAt = ended.AddSeconds(-10),
            Origin = origin,
        }, Encoding.UTF8.GetBytes(text)));
        return this;
    }

    /// <summary>What the standard says of one criterion, as if it were due.</summary>
    public Finding Of(string criterion) =>
        Gates().SelectMany(gate => gate.Findings).First(finding => finding.Criterion.Id == criterion);

    public ImmutableArray<GateResult> Gates()
    {
        var (component, readings, facts) = Measured();
        return Judge.Gates(new JudgementInput(BuiltInStandards.Load("production")!, Profile, Phase, Judged, [component], facts, [.. readings.Select(reading => reading.Item)], Now)
        {
            Artifact = Artifact,
            Origins = Origins,
        });
    }

    public ImmutableArray<Core.Facts.Fact> Facts() => Measured().Facts;

    /// <summary>What the facts are measured from.</summary>
    public MeasureInput Measuring()
    {
        FakeTree head = new([.. _head]), atBase = new([.. _base]);
        var configuration = Configuration(ComponentConfiguration.Detected("app", ""));
        var component = new Component("app", "", Kind, Kind, [], SubjectDigest.Of(head, "")) { Owners = configuration.Owners };
        var records = TreeRecords.Read(head, component, TestContext.Current.CancellationToken);
        ImmutableArray<EvidenceReading> readings = [.. records.Readings, .. _reports.Select(report => Read(report.Item, report.Content, component.Subject))];
        return Input(new MeasureInput("/repo", component, configuration, Change(new Change(Judged, "repo", "aaa", "main", "bbb", false, [.. _changed], [])),
            Inventory.Of(head, component, configuration), new SourceOutlines(head), head, _base.Count == 0 ? null : atBase, BuiltInStandards.Load("production")!.Targets, Now,
            readings, [.. records.Problems, .. Problems], Weakened, []) { Phase = Phase });
    }

    private (Component, ImmutableArray<EvidenceReading>, ImmutableArray<Core.Facts.Fact> Facts) Measured()
    {
        var input = Measuring();
        return (input.Component, input.Readings, Measure.Facts(input));
    }

    private static EvidenceReading Read(EvidenceItem item, byte[] content, string subject)
    {
        var read = EvidenceFile.Read(new MemoryStream(content), EvidenceReaders.All, TestContext.Current.CancellationToken);
        Assert.True(read.Error is null, $"{item.Path}: {read.Error?.What}");
        return new EvidenceReading(item with { Format = read.Format!, Digest = read.Digest, Subject = item.Subject == "" ? subject : item.Subject },
            StepKinds.Categorised(read.Observations, item.Step));
    }
}
