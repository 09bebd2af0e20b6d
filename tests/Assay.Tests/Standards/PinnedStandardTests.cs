using Assay.Core.Standards;

namespace Assay.Tests.Standards;

/// <summary>What names a standard of another repository, and what is refused before git hears of it.</summary>
public sealed class PinnedStandardTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>Catches an address, revision or path that is cut at the wrong sign.</summary>
    [Theory]
    [InlineData("git+https://git.example/org/standards.git#strict.yaml", "https://git.example/org/standards.git", null, "strict.yaml")]
    [InlineData("git+https://git.example:8443/org/standards.git@v2.0#a/b.yaml", "https://git.example:8443/org/standards.git", "v2.0", "a/b.yaml")]
    [InlineData("git+ssh://git@git.example/org/standards.git#a.yaml", "ssh://git@git.example/org/standards.git", null, "a.yaml")]
    [InlineData("git+ssh://git@git.example/org/standards.git@release/1.x#a.yaml", "ssh://git@git.example/org/standards.git", "release/1.x", "a.yaml")]
    [InlineData("git+file:///srv/standards@0123456789abcdef0123456789abcdef01234567#a@b.yaml", "file:///srv/standards", "0123456789abcdef0123456789abcdef01234567", "a@b.yaml")]
    public void It_is_read(string text, string url, string? revision, string path)
    {
        var (pinned, mistake) = PinnedStandard.Read($"{text}@sha256:{Hex}");

        Assert.Null(mistake);
        Assert.Equal((url, revision, path, $"sha256:{Hex}", Hex), (pinned!.Url, pinned.Revision, pinned.Path, pinned.Digest, pinned.Hex));
    }

    /// <summary>Catches programs, options, passwords and files of the machine that are smuggled in as an address.</summary>
    [Theory]
    [InlineData("git+ext::sh -c touch% /tmp/x#a.yaml")]
    [InlineData("git+ext::sh#a.yaml")]
    [InlineData("git+http://git.example/org#a.yaml")]
    [InlineData("git+git://git.example/org#a.yaml")]
    [InlineData("git+HTTPS://git.example/org#a.yaml")]
    [InlineData("GIT+https://git.example/org#a.yaml")]
    [InlineData("https://git.example/org#a.yaml")]
    [InlineData("git+git@git.example:org/standards#a.yaml")]
    [InlineData("git+https://token@git.example/org#a.yaml")]
    [InlineData("git+https://user:word@git.example/org#a.yaml")]
    [InlineData("git+ssh://user:word@git.example/org#a.yaml")]
    [InlineData("git+ssh://-oProxyCommand=id/org#a.yaml")]
    [InlineData("git+ssh://git@-oProxyCommand=id/org#a.yaml")]
    [InlineData("git+ssh://-l@git.example/org#a.yaml")]
    [InlineData("git+https:///org#a.yaml")]
    [InlineData("git+https://git.example#a.yaml")]
    [InlineData("git+https://git.example/#a.yaml")]
    [InlineData("git+https://git.example/org?token=1#a.yaml")]
    [InlineData("git+file://host/org#a.yaml")]
    [InlineData("git+file://./org#a.yaml")]
    [InlineData("git+/srv/standards#a.yaml")]
    [InlineData("git+https://git.example/org@#a.yaml")]
    [InlineData("git+https://git.example/org@-upload-pack=id#a.yaml")]
    [InlineData("git+https://git.example/org@a:b#a.yaml")]
    [InlineData("git+https://git.example/org@+a#a.yaml")]
    [InlineData("git+https://git.example/org@a..b#a.yaml")]
    [InlineData("git+https://git.example/org@a^#a.yaml")]
    [InlineData("git+https://git.example/org@a@b#a.yaml")]
    [InlineData("git+https://git.example/org#../a.yaml")]
    [InlineData("git+https://git.example/org#/a.yaml")]
    [InlineData("git+https://git.example/org#a//b.yaml")]
    [InlineData("git+https://git.example/org#./a.yaml")]
    [InlineData("git+https://git.example/org#a:b.yaml")]
    [InlineData("git+https://git.example/org#")]
    [InlineData("git+https://git.example/org")]
    [InlineData("git+https://git.example/org#a#b.yaml")]
    [InlineData("git+https://git.example/org\n#a.yaml")]
    [InlineData("git+https://git.example/ or g#a.yaml")]
    [InlineData("git+https://git.example/org\u202e#a.yaml")]
    public void What_is_not_exactly_that_is_refused(string text)
    {
        Assert.True(PinnedStandard.IsMeant($"{text}@sha256:{Hex}"));
        var (pinned, mistake) = PinnedStandard.Read($"{text}@sha256:{Hex}");

        Assert.Null(pinned);
        Assert.NotEmpty(mistake!);
    }

    /// <summary>Catches a standard that others can change under the judged repository.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("@sha256:")]
    [InlineData("@sha256:0123456789abcdef")]
    [InlineData("@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("@sha1:0123456789abcdef0123456789abcdef01234567")]
    [InlineData("@sha256:g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void The_digest_is_compulsory_and_whole(string digest)
    {
        var text = $"git+https://git.example/org@v1#strict.yaml{digest}";

        Assert.True(PinnedStandard.IsMeant(text));
        Assert.Contains("digest", PinnedStandard.Read(text).Mistake);
    }

    [Theory]
    [InlineData("production", false)]
    [InlineData("rules/own.yaml", false)]
    [InlineData("rules/a@b.yaml", false)]
    [InlineData("git/own.yaml", false)]
    [InlineData("Git+https://x", true)]
    [InlineData("ssh://git.example/x", true)]
    [InlineData("x.yaml@sha256:00", true)]
    public void What_looks_like_an_address_is_never_taken_for_a_file(string text, bool meant) => Assert.Equal(meant, PinnedStandard.IsMeant(text));
}
