using System.Collections;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Git.Checkouts;
using Assay.Proof.Running;
using Assay.Tests.Support;
using Assay.Toolchains.Components;

namespace Assay.Tests.Proof.Running;

/// <summary>A run is answered from the cache where nothing that it follows from is different, and only there.</summary>
public sealed class CachingRunnerTests : IDisposable
{
    private static readonly TestCase Failed = new("a.b(1)", "a.b", TestOutcome.Failed, "net10.0", "a.cs", 3, "expected 1") { Trace = "at a.b in a.cs:3" };
    private static readonly FileCoverage Coverage = new("src/a.cs", [], [new LineCoverage(1, true, 1, 2), new LineCoverage(2, false)]);
    private static readonly ToolFinding Error = new(FindingCategory.Compiler, "csc", "CS0103", Severity.Error, "no such name", "a.cs", 1, 2, 7.5m);
    private static readonly FoundComponent App = new(Samples.Component(), ComponentConfiguration.Detected("app", ""));
    private static readonly PhaseRequest Red = new("red", new RepositoryTree("tree", "commit"), "app", Coverage: false, []);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("assay-test-cache-");
    private readonly Clock clock = new();
    private readonly Runner runner = new();
    private FoundComponent component = App;
    private string surroundings = "here";

    private string Folder => Path.Combine(root.FullName, ".assay", "proof");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task The_same_request_is_answered_with_all_that_was_seen_and_its_commands_are_marked()
    {
        var first = await Ask(Red);
        var again = await Ask(Red with { Phase = "base" });
        Assert.Equal(1, runner.Runs);
        Assert.Equal(first.Tests, again.Tests);
        Assert.Equal(Failed, Assert.Single(again.Tests));
        Assert.Equal(Error, Assert.Single(again.CompileErrors));
        Assert.Equal(("base", true, TimeSpan.FromSeconds(1.5), (int?)1), Assert.Single(again.Commands) is var command ? (command.Phase, command.Cached, command.Duration, command.Exit) : default);
        Assert.False(Assert.Single(first.Commands).Cached);
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(root.FullName, ".assay", ".gitignore")));
    }

    [Fact]
    public async Task Whatever_a_result_follows_from_makes_another_run()
    {
        await Ask(Red);
        await Ask(Red with { Tree = new RepositoryTree("other", "commit") });
        await Ask(Red with { Only = [Failed] });
        await Ask(Red with { Only = [Failed with { Id = "a.b(2)" }] });
        await Ask(Red with { Times = 2 });
        await Ask(Red with { Prompts = true });
        Assert.Equal(6, runner.Runs);
        component = App with { Configuration = App.Configuration with { Commands = App.Configuration.Commands.Add("test", "make test") } };
        await Ask(Red);
        component = App with { Component = App.Component with { Toolchains = [new ToolchainRoot("node", "", "package.json")] } };
        await Ask(Red);
        component = App;
        surroundings = "elsewhere";
        await Ask(Red);
        Assert.Equal(9, runner.Runs);
        surroundings = "here";
        await Ask(Red);
        Assert.Equal(9, runner.Runs);
    }

    [Fact]
    public async Task A_measured_run_answers_for_one_that_is_not_and_not_the_other_way_round()
    {
        await Ask(Red);
        runner.Result = runner.Result with { Coverage = [Coverage] };
        var measured = await Ask(Red with { Coverage = true });
        Assert.Equal(2, runner.Runs);
        Assert.Empty((await Ask(Red)).Coverage);
        var again = Assert.Single((await Ask(Red with { Coverage = true })).Coverage);
        Assert.Equal(2, runner.Runs);
        Assert.Equal(Coverage.Path, again.Path);
        Assert.Equal(Coverage.Lines.ToArray(), again.Lines.ToArray());
        Assert.Single(measured.Coverage);
    }

    [Fact]
    public async Task What_shows_nothing_is_run_again()
    {
        var shown = runner.Result;
        PhaseRun[] nothing =
        [
            shown with { Problem = new PhaseProblem(new AssayError(CollectionErrors.ToolMissing, "npm is not there"), SetUp: true) },
            shown with { NotShown = ["libs/submodule"] },
            PhaseRun.Absent,
        ];
        foreach (var run in nothing)
        {
            runner.Result = run;
            await Ask(Red);
        }
        runner.Result = shown;
        await Ask(Red with { Coverage = true });
        await Ask(Red with { Coverage = true });
        Assert.Equal(5, runner.Runs);
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_written_counts_as_absent()
    {
        await Ask(Red);
        var file = Assert.Single(Directory.GetFiles(Folder));
        var whole = File.ReadAllBytes(file);
        byte[][] damaged = [[], whole[..20], whole[..^1], [.. whole[..^9], (byte)(whole[^9] ^ 1), .. whole[^8..]], [.. "assay/proof-run/v0 "u8, .. whole[19..]], "{}"u8.ToArray(), [.. whole[..84], 0, 0, 0]];
        foreach (var content in damaged)
        {
            File.WriteAllBytes(file, content);
            var before = runner.Runs;
            await Ask(Red);
            Assert.Equal(before + 1, runner.Runs);
        }
        await Ask(Red with { Times = 2 });
        var foreign = Directory.GetFiles(Folder).Single(other => other != file);
        File.Copy(file, foreign, overwrite: true);
        var runs = runner.Runs;
        await Ask(Red with { Times = 2 });
        Assert.Equal(runs + 1, runner.Runs);
    }

    [Fact]
    public async Task What_is_too_old_or_from_the_future_counts_as_absent()
    {
        await Ask(Red);
        clock.Now += TimeSpan.FromDays(13);
        await Ask(Red);
        Assert.Equal(1, runner.Runs);
        clock.Now += TimeSpan.FromDays(2);
        await Ask(Red);
        Assert.Equal(2, runner.Runs);
        clock.Now -= TimeSpan.FromDays(1);
        await Ask(Red);
        Assert.Equal(3, runner.Runs);
    }

    [Fact]
    public async Task The_oldest_beyond_a_number_are_removed()
    {
        for (var n = 0; n <= ResultCache.MostEntries; n++)
        {
            await Ask(Red with { Times = n + 1 });
            if (n == 0) File.SetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Folder)), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
        Assert.Equal(ResultCache.MostEntries, Directory.GetFiles(Folder).Length);
        var runs = runner.Runs;
        await Ask(Red with { Times = ResultCache.MostEntries + 1 });
        Assert.Equal(runs, runner.Runs);
        await Ask(Red);
        Assert.Equal(runs + 1, runner.Runs);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_or_is_a_link_only_means_running_again()
    {
        File.WriteAllText(Path.Combine(root.FullName, ".assay"), "a file");
        await Ask(Red);
        await Ask(Red);
        Assert.Equal(2, runner.Runs);
        File.Delete(Path.Combine(root.FullName, ".assay"));
        if (OperatingSystem.IsWindows()) return;
        var outside = Directory.CreateDirectory(Path.Combine(root.FullName, "outside"));
        Directory.CreateDirectory(Path.Combine(root.FullName, ".assay"));
        File.CreateSymbolicLink(Folder, outside.FullName);
        await Ask(Red);
        Assert.Empty(outside.EnumerateFileSystemInfos());
    }

    [Fact]
    public void Tools_and_variables_count_and_sessions_do_not()
    {
        var tool = Path.Combine(root.FullName, "tool");
        File.WriteAllText(tool, "1");
        var digest = Surroundings.Digest("1.0.0", [tool], new Hashtable { ["A"] = "1", ["PWD"] = "x" });
        Assert.Equal(digest, Surroundings.Digest("1.0.0", [tool], new Hashtable { ["A"] = "1", ["SSH_TTY"] = "y" }));
        Assert.NotEqual(digest, Surroundings.Digest("1.0.1", [tool], new Hashtable { ["A"] = "1" }));
        Assert.NotEqual(digest, Surroundings.Digest("1.0.0", [null], new Hashtable { ["A"] = "1" }));
        Assert.NotEqual(digest, Surroundings.Digest("1.0.0", [tool], new Hashtable { ["A"] = "2" }));
        Directory.CreateDirectory(Path.Combine(root.FullName, "sdk", "10.0.100"));
        var with = Surroundings.Digest("1.0.0", [tool], new Hashtable { ["A"] = "1" });
        Assert.NotEqual(digest, with);
        File.WriteAllText(tool, "22");
        Assert.NotEqual(with, Surroundings.Digest("1.0.0", [tool], new Hashtable { ["A"] = "1" }));
    }

    private Task<PhaseRun> Ask(PhaseRequest request) =>
        new CachingRunner(runner, new ResultCache(root.FullName, clock), asked => new ResultKey(asked.Tree.Id, component, asked.Only, asked.Prompts, asked.Times, surroundings))
            .RunAsync(request, TestContext.Current.CancellationToken);

    private sealed class Runner : IPhaseRunner
    {
        public int Runs { get; private set; }

        public PhaseRun Result { get; set; } = new([Failed], [Error], null, [], [new ProofPhase("app", "red", "dotnet test", TimeSpan.FromSeconds(1.5), 1, false)]);

        public Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation)
        {
            Runs++;
            return Task.FromResult(Result);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Samples.Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
