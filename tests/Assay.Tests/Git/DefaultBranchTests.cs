using Assay.Core.Errors;
using Assay.Git;
using Assay.Tests.Support;

namespace Assay.Tests.Git;

/// <summary>Where it cannot be told what is the default branch, nobody chooses one by naming a branch after it.</summary>
public sealed class DefaultBranchTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Main_and_master_apart_without_a_remote_ask_for_a_base()
    {
        repository.Write("a.txt", "1\n").Commit("first");
        repository.Git("branch", "master");
        repository.Write("a.txt", "2\n").Commit("second");
        using var opened = repository.Open();
        var failure = Assert.Throws<AssayException>(() => ChangeReader.Select(opened, new ChangeRequest(null, null)));
        Assert.Equal(GitErrors.RevisionNotFound, Assert.Single(failure.Errors).Kind);
    }
}
