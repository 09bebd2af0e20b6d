using System.Net;
using System.Net.Sockets;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Standards;
using Assay.Git.Remotes;
using Assay.Tests.Support;
using static Assay.Tests.Git.Selections;

namespace Assay.Tests.Git.Remotes;

/// <summary>Standards are fetched from real repositories once, and believed by their digest alone.</summary>
public sealed class PinnedStandardsTests
{
    /// <summary>Catches a fetch at every run, and a verdict that needs the network.</summary>
    [Fact]
    public void A_second_run_needs_no_repository()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        Assert.Equal("one\n", Read(standards, hex));

        Directory.Move(standards.Files.Root, standards.Files.Root + "-gone");
        Assert.Equal("one\n", Read(standards, hex));
    }

    /// <summary>Catches a cache that anybody who can write to it decides by.</summary>
    [Theory]
    [InlineData("forged\n")]
    [InlineData("")]
    [InlineData("one\n\n")]
    public void A_forged_cache_is_not_believed_and_is_written_anew(string forged)
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        Read(standards, hex);
        File.WriteAllText(standards.KeptFile, forged);

        Assert.Equal("one\n", Read(standards, hex));
        Assert.Equal("one\n", File.ReadAllText(standards.KeptFile));

        File.WriteAllText(standards.KeptFile, forged);
        Directory.Move(standards.Files.Root, standards.Files.Root + "-gone");
        Assert.Same(StandardErrors.StandardUnreachable, Refusal(() => Read(standards, hex)));
    }

    /// <summary>Catches bytes that are taken although they are not those that were agreed on.</summary>
    [Fact]
    public void Other_bytes_than_the_pinned_ones_are_refused_and_not_kept()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        standards.Publish("two\n");

        Assert.Same(StandardErrors.StandardDigestDiffers, Refusal(() => Read(standards, hex)));
        Assert.False(Directory.Exists(Path.Combine(standards.Cache, "standards")));
    }

    /// <summary>Catches a digest over text that was decoded, or over lines that were made alike.</summary>
    [Fact]
    public void The_digest_is_over_the_bytes_as_they_are_committed()
    {
        using var standards = new StandardsRepository();
        byte[] bytes = [0xef, 0xbb, 0xbf, (byte)'a', (byte)'\r', (byte)'\n', 0xff];
        standards.Files.Write(".gitattributes", "* text=auto eol=lf\n*.yaml -text\n").Write(StandardsRepository.File, bytes).Commit("bytes");
        var hex = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

        Assert.Equal(bytes, standards.Reader().Read(standards.Pinned(hex)));
    }

    /// <summary>Catches a revision that is ignored.</summary>
    [Theory]
    [InlineData("v1")]
    [InlineData("release/1.x")]
    [InlineData("refs/tags/v1")]
    [InlineData("annotated")]
    [InlineData("commit")]
    public void A_branch_a_tag_or_a_commit_is_looked_in(string revision)
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        standards.Files.Git("tag", "v1");
        standards.Files.Git("tag", "-a", "-m", "one", "annotated");
        standards.Files.Git("branch", "release/1.x");
        var commit = standards.Files.Git("rev-parse", "HEAD");
        standards.Publish("two\n");

        Assert.Equal("one\n", Read(standards, hex, revision == "commit" ? commit : revision));
    }

    /// <summary>Catches a missing file that is called unreachable, and the other way round: the next steps differ.</summary>
    [Fact]
    public void What_is_not_there_is_told_from_what_cannot_be_reached()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");

        Assert.Same(StandardErrors.StandardNotThere, Refusal(() => standards.Reader().Read(standards.Pinned(hex, path: "standards/other.yaml"))));
        Assert.Same(StandardErrors.StandardNotThere, Refusal(() => standards.Reader().Read(standards.Pinned(hex, path: "standards"))));
        Assert.Same(StandardErrors.StandardNotThere, Refusal(() => standards.Reader().Read(standards.Pinned(hex, "v9"))));
        Assert.Same(StandardErrors.StandardNotThere, Refusal(() => standards.Reader().Read(standards.Pinned(hex, new string('a', 40)))));
        Directory.Move(standards.Files.Root, standards.Files.Root + "-gone");
        Assert.Same(StandardErrors.StandardUnreachable, Refusal(() => Read(standards, hex)));
    }

    /// <summary>Catches a link in the repository that leads to a file of this machine.</summary>
    [Fact]
    public void A_link_is_not_followed()
    {
        using var standards = new StandardsRepository();
        standards.Publish("one\n");
        var outside = Path.Combine(standards.Cache, "outside.yaml");
        File.WriteAllText(outside, "outside\n");
        File.CreateSymbolicLink(standards.Files.FullPath("link.yaml"), outside);
        standards.Files.Commit("link");

        Assert.Same(StandardErrors.StandardDigestDiffers, Refusal(() => standards.Reader().Read(standards.Pinned(StandardsRepository.Hex("outside\n"), path: "link.yaml"))));
    }

    /// <summary>Catches a server that accepts and never answers.</summary>
    [Fact]
    public void A_server_that_does_not_answer_is_given_up()
    {
        using var standards = new StandardsRepository();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var pinned = PinnedStandard.Read($"git+https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/x#a.yaml@sha256:{new string('0', 64)}").Pinned!;

        var error = Assert.Throws<AssayException>(() => standards.Reader(TimeSpan.FromMilliseconds(700)).Read(pinned)).Errors.Single();
        Assert.Same(StandardErrors.StandardUnreachable, error.Kind);
        Assert.Contains("did not answer within", error.What);
        silent.Stop();
    }

    /// <summary>Catches an interruption that is reported as a network that is down.</summary>
    [Fact]
    public void An_interruption_is_no_answer()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new PinnedStandards(standards.Cache, interrupted.Token).Read(standards.Pinned(hex)));
    }

    /// <summary>Catches a cache that cannot be written and stops a judgement that could be made.</summary>
    [Fact]
    public void Without_a_place_to_keep_it_it_is_read_all_the_same()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish("one\n");
        var file = Path.Combine(standards.Cache, "file");
        File.WriteAllText(file, "no folder");

        Assert.Equal("one\n", Encoding.UTF8.GetString(new PinnedStandards(file, TestContext.Current.CancellationToken).Read(standards.Pinned(hex))));
    }

    private static string Read(StandardsRepository standards, string hex, string? revision = null) => Encoding.UTF8.GetString(standards.Reader().Read(standards.Pinned(hex, revision)));
}
