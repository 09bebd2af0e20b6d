using System.Runtime.Versioning;
using System.Text;
using Assay.Tests.Support;

namespace Assay.Tests.Git.Checkouts;

/// <summary>What tests and builds leave in a clone must not reach the next run, except what saves work and is kept right by who made it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LeftoversOfTestsTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();
    private readonly string commit;

    public LeftoversOfTestsTests()
    {
        repository.Write(".gitignore", "bin/\nobj/\nnode_modules/\n.venv/\nvenv/\ndist/\ngenerated/\n*.log\n.cache\n")
            .Write("app/App.csproj", "<Project/>").Write("web/package.json", "{}").Write("src/code.txt", "code").Write("tools/bin/tracked.txt", "t");
        repository.Git("add", "-f", "tools/bin/tracked.txt");
        commit = repository.Commit("first");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task What_tests_left_is_gone_ignored_or_not()
    {
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        var clean = lab.Files();
        lab.Write("left.txt", "x").Write("src/left/deep/left.txt", "x").Write("dist/app.js", "stale").Write("src/generated/code.g.cs", "stale").Write("x.log", "x")
            .Write("src/.gitignore", "*\n").Write("src/hidden.txt", "x").Write("hidden/.gitignore", "*\n").Write("tools/bin/untracked.txt", "x").Write("bin/no-project-here", "x").Write("node_modules/no-package-here", "x");
        TestRepository.GitIn(lab.Clone.Root, "init", "-q", "nested");
        lab.Write("nested/inner.txt", "x");
        File.CreateSymbolicLink(lab.PathOf("dangling"), "nowhere");
        await lab.Show(commit);
        Assert.Equal(clean, lab.Files());
        Assert.False(lab.Has("nested") || lab.Has("src/left") || lab.Has("dist"));
        Assert.Null(new FileInfo(lab.PathOf("dangling")).LinkTarget);
    }

    [Fact]
    public async Task A_file_left_by_a_link_does_not_reach_outside()
    {
        var outside = Directory.CreateTempSubdirectory("assay-test-outside-");
        try
        {
            File.WriteAllText(Path.Combine(outside.FullName, "precious.txt"), "x");
            using var lab = CloneLab.Of(repository);
            await lab.Show(commit);
            File.CreateSymbolicLink(lab.PathOf("left"), outside.FullName);
            Directory.Delete(lab.PathOf("src"), recursive: true);
            File.CreateSymbolicLink(lab.PathOf("src"), outside.FullName);
            await lab.Show(commit);
            Assert.Equal("code", lab.Read("src/code.txt"));
            Assert.Equal(["precious.txt"], outside.EnumerateFiles().Select(file => file.Name));
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_set_up_and_builds_need_stays_where_a_tracked_file_says_so()
    {
        var without = repository.Delete("app/App.csproj").Delete("web/package.json").Commit("without");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        lab.Write("app/bin/Debug/App.dll", "x").Write("app/obj/project.assets.json", "x").Write("web/node_modules/lib/index.js", "x").Write("web/node_modules/.cache/stale", "x")
            .Write(".venv/pyvenv.cfg", "x").Write(".venv/lib/x.py", "x").Write("venv/no-environment.txt", "x");
        await lab.Show(commit);
        Assert.True(lab.Has("app/bin/Debug/App.dll") && lab.Has("app/obj/project.assets.json") && lab.Has("web/node_modules/lib/index.js") && lab.Has(".venv/lib/x.py"));
        Assert.False(lab.Has("web/node_modules/.cache") || lab.Has("venv"));
        await lab.Show(without);
        Assert.False(lab.Has("app") || lab.Has("web"));
    }

    [Fact]
    public async Task Edits_to_tracked_files_are_taken_back_even_of_the_same_size_and_time()
    {
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        var untouched = lab.WrittenAt("app/App.csproj");
        var time = lab.WrittenAt("src/code.txt");
        lab.Write("src/code.txt", "CODE");
        File.SetLastWriteTimeUtc(lab.PathOf("src/code.txt"), time);
        File.Delete(lab.PathOf("web/package.json"));
        File.SetUnixFileMode(lab.PathOf("tools/bin/tracked.txt"), (UnixFileMode)0b111_111_111);
        await lab.Show(commit);
        Assert.Equal("code", lab.Read("src/code.txt"));
        Assert.Equal("{}", lab.Read("web/package.json"));
        Assert.False(File.GetUnixFileMode(lab.PathOf("tools/bin/tracked.txt")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal(untouched, lab.WrittenAt("app/App.csproj"));
    }

    [Fact]
    public async Task What_is_read_only_is_removed_and_written_all_the_same()
    {
        var second = repository.Write("src/code.txt", "second").Commit("second");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        lab.Write("left/deep/file.txt", "x").Write("src/left.txt", "x");
        File.SetUnixFileMode(lab.PathOf("left/deep/file.txt"), UnixFileMode.None);
        File.SetUnixFileMode(lab.PathOf("left/deep"), UnixFileMode.UserRead);
        File.SetUnixFileMode(lab.PathOf("left"), UnixFileMode.None);
        File.SetUnixFileMode(lab.PathOf("src/code.txt"), UnixFileMode.None);
        File.SetUnixFileMode(lab.PathOf("src"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await lab.Show(second);
        Assert.Equal("second", lab.Read("src/code.txt"));
        Assert.False(lab.Has("left") || lab.Has("src/left.txt"));
        Assert.True(File.GetUnixFileMode(lab.PathOf("src")).HasFlag(UnixFileMode.UserWrite), "the next test could not write there");
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_is_removed_too()
    {
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        var clean = lab.Files();
        var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "touch \"$(printf 'left\\377.txt')\""]) { WorkingDirectory = lab.Clone.Root })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(clean, lab.Files());
        await lab.Show(commit);
        Assert.Equal(clean, lab.Files());
    }

    [Fact]
    public async Task What_tests_do_to_the_repository_of_the_clone_does_not_matter()
    {
        var second = repository.Write("src/code.txt", "second").Write(".gitattributes", "*.txt filter=evil\n").Commit("second");
        using var lab = CloneLab.Of(repository);
        await lab.Show(commit);
        lab.Git("config", "filter.evil.smudge", "echo smudged");
        lab.Git("config", "filter.evil.required", "true");
        lab.Git("config", "core.worktree", "/");
        File.WriteAllText(lab.PathOf(".git/hooks-were-here"), "x");
        Directory.CreateDirectory(lab.PathOf(".git/hooks"));
        File.WriteAllText(lab.PathOf(".git/hooks/post-checkout"), "#!/bin/sh\nexit 1\n");
        File.WriteAllText(lab.PathOf(".git/info/exclude"), "*\n");
        File.WriteAllText(lab.PathOf(".git/info/attributes"), "* text eol=crlf\n");
        lab.Write("left.txt", "x");
        await lab.Show(second);
        Assert.Equal("second", lab.Read("src/code.txt"));
        Assert.False(lab.Has("left.txt") || lab.Has(".git/hooks-were-here") || lab.Has(".git/hooks"));
        lab.Git("commit", "-q", "--allow-empty", "-m", "of a test");
        lab.Git("update-index", "--assume-unchanged", "src/code.txt");
        lab.Write("src/code.txt", "edited");
        lab.Git("tag", "of-a-test");
        await lab.Show(second);
        Assert.Equal((second, "second", ""), (lab.Git("rev-parse", "HEAD"), lab.Read("src/code.txt"), lab.Git("tag")));
        Directory.Delete(lab.PathOf(".git"), recursive: true);
        await lab.Show(commit);
        Assert.Equal((commit, ""), (lab.Git("rev-parse", "HEAD"), lab.Git("status", "--porcelain")));
        Directory.Delete(lab.PathOf(".git"), recursive: true);
        File.WriteAllText(lab.PathOf(".git"), "gitdir: elsewhere", Encoding.ASCII);
        await lab.Show(second);
        Assert.Equal("second", lab.Read("src/code.txt"));
    }
}
