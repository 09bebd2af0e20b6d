using System.Text;
using Assay.Core.Errors;
using Assay.Git;
using Assay.Tests.Support;
using static Assay.Tests.Git.Selections;

namespace Assay.Tests.Git;

public sealed class GitRepositoryTests
{
    [Fact]
    public void A_folder_that_does_not_exist_is_refused() =>
        Assert.Same(UsageErrors.PathNotFound, Refusal(() => GitRepository.Open(Path.Combine(Path.GetTempPath(), "assay-no-such-folder"))));

    [Fact]
    public void A_file_is_refused()
    {
        using var repository = TestRepository.Create();
        repository.Write("a.txt", "a").Commit("first");
        Assert.Same(UsageErrors.PathNotFound, Refusal(() => repository.Open("a.txt")));
    }

    [Fact]
    public void Without_git_on_the_path_it_says_so()
    {
        using var repository = TestRepository.Create();
        Assert.Same(GitErrors.GitMissing, Refusal(() => GitRepository.Open(repository.Root, searchPath: "")));
    }

    [Fact]
    public void A_program_named_git_in_the_judged_folder_is_never_started()
    {
        using var repository = TestRepository.Create();
        repository.Write("git", "#!/bin/sh\necho planted").Git("update-index", "--add", "--chmod=+x", "git");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository.FullPath("git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Same(GitErrors.GitMissing, Refusal(() => GitRepository.Open(repository.Root, searchPath: ".")));
    }

    [Fact]
    public void A_folder_outside_any_repository_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("assay-test-");
        Assert.Same(GitErrors.NotARepository, Refusal(() => GitRepository.Open(folder.FullName)));
        folder.Delete();
    }

    [Fact]
    public void The_git_folder_and_a_bare_repository_are_no_work_tree()
    {
        using var repository = TestRepository.Create();
        repository.Write("a.txt", "a").Commit("first");
        Assert.Same(GitErrors.NotARepository, Refusal(() => repository.Open(".git")));
        using var bare = repository.Clone("--bare");
        Assert.Same(GitErrors.NotARepository, Refusal(() => bare.Open()));
    }

    [Fact]
    public void A_repository_without_a_commit_is_refused()
    {
        using var repository = TestRepository.Create();
        Assert.Same(GitErrors.NoCommit, Refusal(() => repository.Open()));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../elsewhere")]
    public void A_redirected_work_tree_is_refused(string elsewhere)
    {
        using var repository = TestRepository.Create();
        repository.Write("a.txt", "a").Commit("first");
        Directory.CreateDirectory(Path.GetFullPath("../elsewhere", repository.FullPath(".git")));
        repository.Git("config", "core.worktree", elsewhere);
        Assert.Same(GitErrors.HiddenFromGit, Refusal(() => repository.Open()));
    }

    [Fact]
    public void A_folder_in_the_repository_becomes_the_scope_also_through_a_link()
    {
        using var repository = TestRepository.Create("my repository ü");
        repository.Write("src/pay ments/a.txt", "a").Commit("first");
        using var opened = repository.Open("src/pay ments");
        Assert.Equal("src/pay ments", opened.Scope);
        Assert.Equal(repository.Root, opened.Root);
        Assert.Equal("my repository ü", opened.Name);
        Directory.CreateSymbolicLink(repository.FullPath("link"), repository.FullPath("src"));
        using var linked = repository.Open("link");
        Assert.Equal("src", linked.Scope);
    }

    [Fact]
    public void Linked_work_trees_and_submodules_are_repositories()
    {
        using var library = TestRepository.Create("library");
        library.Write("l.txt", "l").Commit("first");
        using var repository = TestRepository.Create();
        repository.Write("a.txt", "a").Commit("first");
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Root, "deps/library");
        repository.Git("worktree", "add", "-q", "../other", "-b", "other");
        using var submodule = repository.Open("deps/library");
        Assert.Equal(repository.FullPath("deps/library"), submodule.Root);
        using var other = GitRepository.Open(Path.GetFullPath("../other", repository.Root));
        Assert.Equal("a", Encoding.UTF8.GetString(other.ReadWorkTree().Tree.Read("a.txt")!));
    }

    [Fact]
    public void Revisions_resolve_to_commits_and_unknown_ones_to_nothing()
    {
        using var repository = TestRepository.Create();
        var first = repository.Write("a.txt", "a").Commit("first");
        repository.Git("tag", "-a", "v1", "-m", "release");
        using var opened = repository.Open();
        Assert.Equal(first, opened.Resolve("v1"));
        Assert.Equal(first, opened.Resolve("main"));
        Assert.All(["nothing", "", "--all", "HEAD:a.txt", new string('1', 40)], revision => Assert.Null(opened.Resolve(revision)));
    }

    [Fact]
    public void A_commits_files_are_listed_and_read_by_many_threads()
    {
        using var repository = TestRepository.Create();
        var files = Enumerable.Range(0, 200).ToDictionary(n => $"d{n % 7}/f {n}.txt", n => $"content\0{n}\r\n");
        foreach (var (path, text) in files)
            repository.Write(path, text);
        var commit = repository.Commit("first");
        using var opened = repository.Open();
        var tree = opened.TreeOf(commit);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), tree.Files.Select(file => file.Path));
        Parallel.ForEach(files, file => Assert.Equal(file.Value, Encoding.UTF8.GetString(tree.Read(file.Key)!)));
        Assert.Null(tree.Read("d0/none.txt"));
    }

    [Fact]
    public void A_repository_with_sha256_ids_works_the_same()
    {
        using var repository = TestRepository.Create("repository", "--object-format=sha256");
        repository.Write("a.txt", "a\n").Commit("first");
        Assert.Equal(Core.Changes.Judged.State, repository.Change().Judged);
        repository.Write("a.txt", "b\n");
        Assert.Equal(["-a", "+b"], repository.Change().Lines("a.txt"));
    }

    [Fact]
    public void A_missing_object_is_an_error_and_no_empty_file()
    {
        using var repository = TestRepository.Create();
        var commit = repository.Write("a.txt", "a").Commit("first");
        using var opened = repository.Open();
        var tree = opened.TreeOf(commit);
        var id = tree.Files.Single().Id;
        var lost = repository.FullPath($".git/objects/{id[..2]}/{id[2..]}");
        File.SetAttributes(lost, FileAttributes.Normal);
        File.Delete(lost);
        Assert.Same(GitErrors.GitFailed, Refusal(() => tree.Read("a.txt")));
    }

    [Fact]
    public void A_cancelled_command_starts_no_git()
    {
        using var repository = TestRepository.Create();
        Assert.Throws<OperationCanceledException>(() => GitRepository.Open(repository.Root, new CancellationToken(canceled: true)));
    }
}
