using System.Text;
using Assay.Output;
using Assay.Output.Proofs;

namespace Assay.Tests.Output.Proofs;

public sealed class ProofFormatsTests
{
    private static readonly OutputOptions Options = new(false, 80, false, false, TimeSpan.FromSeconds(12));

    public static TheoryData<string> Situations => [.. Proofs.All.Keys];

    [Fact]
    public void Every_format_in_the_assembly_is_registered_and_found_by_its_name()
    {
        var types = typeof(IProofFormat).Assembly.GetTypes().Where(type => type.IsClass).ToList();
        Assert.Equal(types.Where(type => type.IsAssignableTo(typeof(IProofFormat))).OrderBy(type => type.FullName), ProofFormats.All.Select(format => format.GetType()).OrderBy(type => type.FullName));
        Assert.Equal(types.Where(type => type.IsAssignableTo(typeof(IHistoryFormat))).OrderBy(type => type.FullName), ProofFormats.Histories.Select(format => format.GetType()).OrderBy(type => type.FullName));
        Assert.Equal(["text", "json", "html"], ProofFormats.All.Select(format => format.Name));
        Assert.All(ProofFormats.All, format => Assert.Same(format, ProofFormats.Find(format.Name)));
        Assert.All(ProofFormats.Histories, format => Assert.Same(format, ProofFormats.FindHistory(format.Name)));
        Assert.Null(ProofFormats.Find("TEXT"));
        Assert.Null(ProofFormats.FindHistory("html"));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void A_text_looks_as_its_golden_file_shows(string situation) => Expectation.Is($"proof-{situation}.txt", Write(Proofs.All[situation](), "text"));

    [Theory]
    [InlineData("hunks")]
    [InlineData("weakened")]
    [InlineData("inconclusive")]
    public void On_request_a_text_says_everything(string situation) =>
        Expectation.Is($"proof-{situation}-verbose.txt", Write(Proofs.All[situation](), "text", Options with { Verbose = true }));

    [Theory]
    [InlineData("hunks")]
    [InlineData("weakened")]
    public void A_json_is_what_its_golden_file_shows(string situation) => Expectation.Is($"proof-{situation}.json", Write(Proofs.All[situation](), "json"));

    [Theory]
    [MemberData(nameof(Situations))]
    public void No_line_of_a_text_is_wider_than_the_terminal_but_the_first(string situation) =>
        Assert.All(Write(Proofs.All[situation](), "text").Split('\n').Skip(1), line => Assert.InRange(line.EnumerateRunes().Count(), 0, 80));

    [Fact]
    public void Asked_to_be_quiet_it_says_the_outcome_alone() =>
        Assert.Equal("UNTESTED  payments · 9d2c1f7..4f7a0b1+edits · 12 s\n", Write(Proofs.Untested(), "text", Options with { Quiet = true }));

    [Fact]
    public void Colour_is_there_where_it_is_asked_for_and_text_of_tests_steers_no_terminal()
    {
        Assert.StartsWith("\e[1;32mPROVEN\e[0m", Write(Proofs.Proven(), "text", Options with { Colour = true }));
        Assert.StartsWith("\e[1;31mVACUOUS\e[0m", Write(Proofs.Vacuous(), "text", Options with { Colour = true }));
        Assert.All(Proofs.All.Values, make => Assert.DoesNotContain('\e', Write(make(), "text")));
    }

    [Fact]
    public void Of_a_change_that_blocks_the_culprits_come_before_what_is_well()
    {
        var text = Write(Proofs.Several(), "text");
        Assert.True(text.IndexOf("\nVACUOUS", StringComparison.Ordinal) is > 0 and var culprit && culprit < text.IndexOf("\nPROVEN", StringComparison.Ordinal));
    }

    [Fact]
    public void A_history_is_a_line_for_each_commit()
    {
        Expectation.Is("proof-history.txt", Write(Proofs.History(), "text"));
        Assert.Single(Write(Proofs.History(), "text", Options with { Quiet = true }).TrimEnd().Split('\n'));
    }

    internal static string Write(Core.Proofs.Proof proof, string format, OutputOptions? options = null, ProofSources? sources = null)
    {
        using var stream = new MemoryStream();
        ProofFormats.Find(format)!.Write(proof, stream, options ?? Options, sources);
        Assert.True(stream.CanWrite, "the stream must stay open");
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Write(Core.Proofs.History history, string format, OutputOptions? options = null)
    {
        using var stream = new MemoryStream();
        ProofFormats.FindHistory(format)!.Write(history, stream, options ?? Options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
