using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Measuring;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Proof.Hunks;
using Assay.Proof.Judging;
using Assay.Proof.Running;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Hunks;

/// <summary>A change between two real commits, cut into pieces; what its tests say is told by a function over the files of a tree.</summary>
internal sealed class HunkLab : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();
    private readonly GitRepository opened;
    private readonly Dictionary<string, IReadOnlyDictionary<string, byte[]?>> trees = [];

    /// <param name="files">Path, content at base, content at head; null where it is not there. Those below <c>test/</c> are tests.</param>
    public HunkLab(params (string Path, string? Base, string? Head)[] files)
    {
        foreach (var (path, atBase, _) in files) if (atBase is not null) repository.Write(path, atBase);
        var start = repository.Commit("base");
        foreach (var (path, _, atHead) in files)
        {
            if (atHead is not null) repository.Write(path, atHead);
            else repository.Delete(path);
        }
        repository.Commit("head");
        opened = GitRepository.Open(repository.Root);
        Selection = ChangeReader.Select(opened, new(start, "HEAD"));
        Sources = ChangedSource.Of(Selection.Change.Files.Where(file => !IsTest(file.Path)), Selection.Base!, Selection.Head);
        Pieces = HunkSplitter.Split(Sources, Selection.Base!, Selection.Head);
    }

    public ChangeSelection Selection { get; }

    public ImmutableArray<ChangedSource> Sources { get; }

    public ImmutableArray<HunkPiece> Pieces { get; }

    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(5);

    public ImmutableArray<FileCoverage> Coverage { get; init; } = [];

    public ImmutableArray<CaseKey> Flaky { get; init; } = [];

    /// <summary>Tests that fail without the change.</summary>
    public ImmutableArray<TestCase> Proven { get; init; } = [];

    /// <summary>Every phase that ran, in order.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>What each phase ran: the tests asked for, and how often.</summary>
    public List<string> Asked { get; } = [];

    public static bool IsTest(string path) => path.StartsWith("test/", StringComparison.Ordinal);

    public static TestCase Passed(string id) => new(id, id, TestOutcome.Passed);

    public static TestCase Failed(string id, string? message = null, string? trace = null) => new(id, id, TestOutcome.Failed, Message: message) { Trace = trace };

    public static PhaseRun Cases(params ImmutableArray<TestCase> tests) => new(tests, [], null, [], []);

    public static PhaseRun Refused(params ImmutableArray<(string File, int Line, string Message)> errors) =>
        new([], [.. errors.Select(error => new ToolFinding(FindingCategory.Compiler, "csc", "CS0103", Severity.Error, error.Message, error.File, error.Line))], null, [], []);

    public static PhaseRun Broken(ErrorKind kind) => new([], [], new PhaseProblem(new AssayError(kind, "it broke."), false), [], []);

    public Removal Without(params int[] pieces) => Removal.Of(Sources, Pieces, [.. pieces]);

    public string? TextWithout(string path, params int[] pieces) => Without(pieces).Edits[path] is { } content ? Encoding.UTF8.GetString(content) : null;

    public string Head(string path) => Encoding.UTF8.GetString(Selection.Head.Read(path)!);

    public TakenBackReading Reading() => new(new GreenCases(Green.Tests, Flaky), Tests());

    private ImmutableDictionary<string, Lazy<string>> Tests() =>
        Selection.Head.Files.Where(file => IsTest(file.Path)).ToImmutableDictionary(file => file.Path, file => new Lazy<string>(() => Head(file.Path)));

    public PhaseRun Green { get; init; } = Cases(Passed("a"), Passed("b"));

    /// <param name="tell">How the tests end, where the function gives the text of each file; the last argument is the cancellation of the run.</param>
    public async Task<ImmutableArray<HunkProof>> ProveAsync(Func<Func<string, string>, CancellationToken, Task<PhaseRun>> tell, int lanes = 1)
    {
        var lane = new Lane(this, tell);
        var trials = new HunkTrials("app", Sources, Pieces, Reading(), new FirstTests(Sources, Pieces, Proven, Tests()), edits =>
        {
            var id = $"tree {trees.Count}";
            trees[id] = edits;
            return Task.FromResult(new RepositoryTree(id, null));
        }, TimeSpan.FromSeconds(30), _ => { });
        var prover = new HunkProver("app", Pieces, new HunkRelations(Sources, Pieces), trials, new ReachedLines(Coverage, new SourceOutlines(Selection.Head), []),
            [.. Coverage.Select(file => Languages.OfPath(file.Path)!.Value)], new HunkBudget(Budget));
        return await prover.RunAsync([.. Enumerable.Repeat(lane, lanes)], TestContext.Current.CancellationToken);
    }

    public Task<ImmutableArray<HunkProof>> ProveAsync(Func<Func<string, string>, PhaseRun> tell) => ProveAsync((read, _) => Task.FromResult(tell(read)));

    public void Dispose()
    {
        opened.Dispose();
        repository.Dispose();
    }

    private sealed class Lane(HunkLab lab, Func<Func<string, string>, CancellationToken, Task<PhaseRun>> tell) : IPhaseRunner
    {
        public async Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation)
        {
            lock (lab.Ran)
            {
                lab.Ran.Add(request.Phase);
                lab.Asked.Add(request.Only.IsEmpty ? "all" : $"{string.Join(' ', request.Only.Select(test => test.Id))} x {request.Times}");
            }
            var edits = lab.trees[request.Tree.Id];
            var run = await tell(path => edits.TryGetValue(path, out var content) ? content is null ? "" : Encoding.UTF8.GetString(content) : lab.Head(path), cancellation);
            return request.Only.IsEmpty ? run : run with { Tests = [.. run.Tests.Where(test => request.Only.Any(only => only.Id == test.Id))] };
        }
    }
}
