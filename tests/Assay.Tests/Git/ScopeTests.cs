using Assay.Core.Changes;
using Assay.Tests.Support;

namespace Assay.Tests.Git;

public sealed class ScopeTests : IDisposable
{
    private static readonly string[] Inside =
    [
        ".ci/run", ".github/workflows/ci.yml", ".gitlab-ci.yml", "Directory.Build.props", "global.json",
        "src/a[b]/Directory.Build.props", "src/a[b]/payments/deep/er/x.cs", "src/a[b]/payments/x.cs", "src/shared.props",
    ];

    private static readonly string[] Outside = ["docs/x.md", "src/a/y.cs", "src/a[b]/other/x.cs", "src/a[b]/payments2/x.cs", "src/b/x.cs"];

    private readonly TestRepository repository = TestRepository.Create();

    public ScopeTests()
    {
        foreach (var path in Inside.Concat(Outside))
            repository.Write(path, path + "\n");
        repository.Commit("first");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_tree_holds_the_folder_what_lies_directly_above_it_and_the_CI_files()
    {
        using var opened = repository.Open("src/a[b]/payments");
        Assert.Equal(Inside, opened.TreeOf("HEAD").Files.Select(file => file.Path));
        Assert.Equal(Inside, opened.ReadWorkTree().Tree.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_holds_the_same(bool committed)
    {
        repository.Branch("work");
        foreach (var path in Inside.Concat(Outside))
            repository.Write(path, "edited\n");
        if (committed)
            repository.Commit("second");
        Assert.Equal(Inside, repository.Change(scope: "src/a[b]/payments").Paths());
    }

    [Fact]
    public void Edits_elsewhere_leave_the_folder_clean()
    {
        repository.Write("docs/x.md", "edited\n");
        Assert.Equal(Judged.State, repository.Change(scope: "src/a[b]/payments").Judged);
        Assert.True(repository.Change().Dirty);
    }

    [Fact]
    public void What_is_moved_into_the_folder_is_new_there_and_what_is_moved_out_is_gone()
    {
        repository.Branch("work");
        repository.Git("mv", "src/b/x.cs", "src/a[b]/payments/in.cs");
        repository.Git("mv", "src/a[b]/payments/x.cs", "docs/out.cs");
        repository.Commit("second");
        var files = repository.Change(scope: "src/a[b]/payments").Files;
        Assert.Equal([("src/a[b]/payments/in.cs", ChangeKind.Added), ("src/a[b]/payments/x.cs", ChangeKind.Deleted)], files.Select(file => (file.Path, file.Kind)));
    }

    [Fact]
    public void A_folder_whose_name_holds_pattern_characters_matches_only_itself()
    {
        repository.Branch("work").Write("src/a[b]/payments/x.cs", "edited\n").Write("src/a/y.cs", "edited\n").Commit("second");
        Assert.Equal(["src/a[b]/payments/x.cs"], repository.Change(scope: "src/a[b]").Paths());
    }
}
