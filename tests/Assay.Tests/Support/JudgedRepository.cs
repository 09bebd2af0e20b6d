using System.Text;
using Assay.Cli;
using Assay.Cli.Commands;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Git.Remotes;
using Assay.Toolchains.Collecting;
using Assay.Toolchains.Components;

namespace Assay.Tests.Support;

/// <summary>
/// A real repository that the pipeline judges without collecting. <see cref="Prove(string[])"/> leaves what a test run of a component would leave: results and coverage,
/// recorded over the content that stands there.
/// </summary>
internal sealed class JudgedRepository : IDisposable
{
    public TestRepository Files { get; } = TestRepository.Create("shop");

    /// <summary>Small packages that need nothing installed, each with a source and a test, committed on main.</summary>
    public static JudgedRepository OfPackages(params string[] folders)
    {
        var judged = new JudgedRepository();
        judged.Files.Write(".gitignore", ".assay/\nnode_modules/\n");
        foreach (var folder in folders) judged.Package(folder);
        judged.Files.Commit("packages");
        return judged;
    }

    public JudgedRepository Package(string folder, string? manifest = null)
    {
        Files.Write($"{folder}/package.json", manifest ?? $$"""{ "name": "@shop/{{folder.Split('/')[^1]}}", "version": "1.0.0", "scripts": { "test": "node --test" } }""");
        Files.Write($"{folder}/src/index.js", "export function one() {\n  return 1;\n}\n");
        Files.Write($"{folder}/test/index.test.js", "import { one } from \"../src/index.js\";\none();\n");
        return this;
    }

    /// <summary>A branch on which the change is made.</summary>
    public JudgedRepository Change(string path, string text)
    {
        if (Files.Git("branch", "--show-current") == "main") Files.Branch("change");
        Files.Write(path, text);
        Files.Commit($"edits {path}");
        return this;
    }

    public Verdict Check(Phase phase = Phase.CodeCompletion, Profile? profile = null, string? from = null) => Pipeline.RunAsync(
        new CheckOptions(Files.Root, null, profile, phase, from, null, [], Collect: false, ShowSources: false, Artifact: null), new Silent(), new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System),
        TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public IReadOnlyDictionary<string, FoundComponent> Components()
    {
        using var repository = GitRepository.Open(Files.Root);
        var selection = ChangeReader.Select(repository, new ChangeRequest(null, null));
        var (policy, _) = Policies.Load(repository, selection, null, new PinnedStandards(Files.FullPath(".assay/cache"), TestContext.Current.CancellationToken));
        return ComponentFinder.Find(selection.Head, "", "shop", policy.Configuration).ToDictionary(found => found.Component.Id);
    }

    /// <summary>Records a passing test and full coverage of every source of the component.</summary>
    public JudgedRepository Prove(params string[] ids) => Prove(id => $"<testcase classname=\"{id}\" name=\"works\"/>", ids);

    /// <summary>Records these test cases, as JUnit writes them, and full coverage of every source of the component.</summary>
    public JudgedRepository Prove(Func<string, string> cases, params string[] ids)
    {
        var components = Components();
        var store = new EvidenceStore(Files.Root);
        foreach (var id in ids)
        {
            var component = components[id].Component;
            var started = DateTimeOffset.UtcNow.AddSeconds(-1);
            using var folder = store.Begin(id, "node-test");
            var sources = Directory.EnumerateFiles(Files.FullPath(component.Path), "*.js", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Files.Root, file).Replace('\\', '/')).Where(component.Contains).Order(StringComparer.Ordinal);
            File.WriteAllText(Path.Combine(folder.Path, "junit.xml"), $"<testsuites><testsuite name=\"{id}\">{cases(id)}</testsuite></testsuites>");
            File.WriteAllText(Path.Combine(folder.Path, "lcov.info"), string.Concat(sources.Select(Covered)));
            store.Commit(folder, new StepRecord(id, "node-test", StepKind.Test, component.Subject, "node --test", "", 0, started, DateTimeOffset.UtcNow, false, [], [], "test"));
        }
        return this;
    }

    public void Dispose() => Files.Dispose();

    private string Covered(string path)
    {
        var text = new StringBuilder($"SF:{path}\n");
        var lines = File.ReadAllLines(Files.FullPath(path)).Length;
        for (var line = 1; line <= lines; line++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"DA:{line},1\n");
        return text.Append("end_of_record\n").ToString();
    }

    /// <summary>Tells nobody anything.</summary>
    public static ICollectProgress NoProgress { get; } = new Silent();

    private sealed class Silent : ICollectProgress
    {
        public void Started(string component, string title) { }

        public void Reused(string component, string title) { }

        public void Printed(string line) { }

        public void Ended(bool went, string? problem) { }
    }
}

/// <summary>Short words for verdicts of several components.</summary>
internal static class VerdictWords
{
    public static string[] Judged(this Verdict verdict) => [.. verdict.Components.Where(component => component.Judged).Select(component => component.Id)];

    public static Finding Of(this Verdict verdict, string component, string criterion) =>
        verdict.Gates.Where(gate => gate.Component == component).SelectMany(gate => gate.Findings).Single(finding => finding.Criterion.Id == criterion);

    public static Status StatusOf(this Verdict verdict, string component, string criterion) => verdict.Of(component, criterion).Status;

    public static bool Weakens(this Verdict verdict, string words) => verdict.Weakened.Any(weakening => weakening.What.Contains(words, StringComparison.Ordinal));
}
