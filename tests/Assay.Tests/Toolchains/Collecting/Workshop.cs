using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Standards;
using Assay.Evidence.Gathering;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Tests.Support;
using Assay.Toolchains.Collecting;
using Assay.Toolchains.Components;
using Assay.Toolchains.Releases;

namespace Assay.Tests.Toolchains.Collecting;

/// <summary>A real repository with one service, whose configured commands really run; what they leave is gathered and judged as <c>assay check</c> does it.</summary>
internal sealed class Workshop : IDisposable, ICollectProgress
{
    private readonly TestRepository _repository = TestRepository.Create();
    private readonly List<string> _titles = [];

    public Workshop(string readme = "a service\n")
    {
        _repository.Write("README.md", readme).Write("main.txt", "one\n").Write(".gitignore", ".assay/\nout/\n").Commit("a service");
    }

    public string Root => _repository.Root;

    public ImmutableSortedDictionary<string, string> Commands { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the user was shown while it ran.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>Writes a script that ends up as the command of a step.</summary>
    public Workshop Command(string step, string script)
    {
        _repository.Write($"out/{step}.sh", script);
        Commands = Commands.SetItem(step, $"sh out/{step}.sh");
        return this;
    }

    /// <summary>A command that leaves the record of a backup drill with its own times.</summary>
    public Workshop Backup(string restored = "1", string more = "") => Command("drill-backup", Script(restored, more));

    public static string Script(string restored = "1", string more = "") => $$$"""
        one=$(printf '%064d' 1); other=$(printf '%064d' {{{restored}}}); now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
        {{{more}}}
        printf '{"schema":"assay/drill/v1","component":"app","drill":"backup","started_at":"%s","ended_at":"%s","backup":{"original":"sha256:%s","restored":"sha256:%s","rows":3}}' "$now" "$now" "$one" "$other" > "$EVIDENCE_DIR/drill.json"
        """;

    public Workshop Write(string path, string text)
    {
        _repository.Write(path, text);
        return this;
    }

    public string Commit() => _repository.Commit("more");

    public async Task<Collection> Collect(bool deployment = true, string? artifact = null, CancellationToken? stop = null, Func<StepKind, bool>? due = null)
    {
        using var git = GitRepository.Open(Root);
        var found = Found(git);
        var collector = new Collector(Root, Store, TimeProvider.System, "0.1.0", this, () => string.Join(' ', git.Origins())) { IsDue = (_, kind) => due?.Invoke(kind) ?? true };
        return await collector.RunAsync(git.ReadWorkTree().Tree, [found], () => git.ReadWorkTree().Tree, deployment, artifact is null ? null : Release.Of(artifact, Root), stop ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Judges what the store holds.</summary>
    public Finding Of(string criterion, string? artifact = null)
    {
        using var git = GitRepository.Open(Root);
        var found = Found(git);
        var set = EvidenceSet.Load(new EvidenceRequest(Root, "app", Store.Load("app"), ImmutableHashSet<string>.Empty, [], ImmutableHashSet<string>.Empty), TestContext.Current.CancellationToken);
        var head = git.ReadWorkTree().Tree;
        var standard = BuiltInStandards.Load("production")!;
        var now = DateTimeOffset.UtcNow;
        var facts = Measure.Facts(new MeasureInput(Root, found.Component, found.Configuration, Samples.Change(), [], new SourceOutlines(head), head, null, standard.Targets, now, set.Readings, set.Problems, [], []));
        return Judge.Gates(new JudgementInput(standard, Profile.Enterprise, Phase.Deployment, Judged.Change, [found.Component], facts, [.. set.Readings.Select(reading => reading.Item)], now)
        {
            Artifact = artifact is null ? null : Release.Of(artifact, Root).Artifact.Digest,
            Origins = git.Origins(),
        }).SelectMany(gate => gate.Findings).First(finding => finding.Criterion.Id == criterion);
    }

    public EvidenceStore Store => new(Root);

    public StepRecord Record(string step) => Store.Load("app").Steps.Single(stored => stored.Record.Step == step).Record;

    public void Dispose() => _repository.Dispose();

    void ICollectProgress.Started(string component, string title) => _titles.Add(title);

    void ICollectProgress.Reused(string component, string title) => _titles.Add($"reused {title}");

    void ICollectProgress.Printed(string line) => Assert.NotNull(line);

    void ICollectProgress.Ended(bool went, string? problem) => Assert.True(went || problem is not null);

    private FoundComponent Found(GitRepository git) => new(
        new Component("app", "", ComponentKind.Service, ComponentKind.Service, [], SubjectDigest.Of(git.ReadWorkTree().Tree, "")),
        ComponentConfiguration.Detected("app", "") with { Commands = Commands });
}
