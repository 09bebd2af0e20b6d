using Assay.Core.Errors;
using Assay.Toolchains.Releases;

namespace Assay.Tests.Toolchains.Releases;

public sealed class ReleaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_named_by_the_digest_that_any_tool_tells()
    {
        _folder.Write("app.tar", "abc");
        var release = Release.Of("app.tar", _folder.Path);
        Assert.Equal(("app.tar", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), (release.Artifact.Name, release.Artifact.Digest));
        Assert.True(release.Stands());
        _folder.Write("app.tar", "abcd");
        Assert.False(release.Stands());
    }

    [Fact]
    public void A_folder_is_another_when_a_file_in_it_is_edited_added_renamed_or_swapped()
    {
        _folder.Write("out/a.dll", "one");
        _folder.Write("out/sub/b.dll", "two");
        var release = Release.Of("out/", _folder.Path);
        Assert.Equal("out", release.Artifact.Name);
        Assert.Equal(release.Artifact.Digest, Release.Of(_folder.File("out"), "/").Artifact.Digest);
        var digests = new HashSet<string> { release.Artifact.Digest };
        _folder.Write("out/c.dll", "");
        Assert.True(digests.Add(Digest()));
        File.Delete(_folder.File("out/c.dll"));
        Assert.Equal(release.Artifact.Digest, Digest());
        File.Move(_folder.File("out/a.dll"), _folder.File("out/A.dll"));
        Assert.True(digests.Add(Digest()));
        _folder.Write("out/A.dll", "two");
        Assert.True(digests.Add(Digest()));
        File.CreateSymbolicLink(_folder.File("out/link"), "A.dll");
        Assert.True(digests.Add(Digest()));

        string Digest() => Release.Of("out", _folder.Path).Artifact.Digest;
    }

    [Fact]
    public void A_digest_stands_for_itself()
    {
        var named = "sha256:" + new string('a', 64);
        Assert.Equal((named, named, null), (Release.Of(named, "/").Artifact.Name, Release.Of(named, "/").Artifact.Digest, Release.Of(named, "/").Path));
    }

    [Theory]
    [InlineData("sha256:")]
    [InlineData("sha256:ABC")]
    [InlineData("none.tar")]
    [InlineData("empty")]
    public void What_is_no_file_and_no_digest_is_refused(string named)
    {
        Directory.CreateDirectory(_folder.File("empty"));
        Assert.Contains(Assert.Throws<AssayException>(() => Release.Of(named, _folder.Path)).Errors.Single().Kind, (ErrorKind[])[UsageErrors.BadUsage, UsageErrors.PathNotFound]);
    }
}
