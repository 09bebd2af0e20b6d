using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Documentation;

public sealed class DecisionFactsTests
{
    private const string Good = """
        ---
        status: accepted
        approved_by: architecture board
        approved_on: 2026-11-20
        ---
        # 1. One ledger for all accounts

        ## Context
        Money must never be in two places at once.
        ## Decision
        One database holds every posting, and nothing else writes to it.
        ## Scale
        It bears 80 transfers a second on one core; beyond that it is split by currency.
        ## Security
        Only the service can reach the file, and its disk is encrypted.
        ## Consequences
        A second region needs a new decision about where postings are made.
        """;

    private static Finding Judge(string? text, string path = "decisions/0001-ledger.md")
    {
        var lab = new Lab().File("src/A.cs", "class A { }");
        return (text is null ? lab : lab.File(path, text)).Of("architecture_approved");
    }

    [Theory]
    [Shows("architecture_approved", Status.Pass)]
    [InlineData("decisions/0001-ledger.md")]
    [InlineData("docs/decisions/0001-ledger.md")]
    [InlineData("docs/adr/0001-ledger.md")]
    public void An_approved_decision_that_weighs_scale_and_security_passes(string path) => Assert.Equal(Status.Pass, Judge(Good, path).Status);

    [Theory]
    [Shows("architecture_approved", Status.Missing)]
    [InlineData(null, "decisions/x.md")]
    [InlineData(Good, "decisions/README.md")]
    [InlineData(Good, "notes/0001-ledger.md")]
    public void Without_a_decision_it_is_missing(string? text, string path) => Assert.Equal(Status.Missing, Judge(text, path).Status);

    [Theory]
    [Shows("architecture_approved", Status.Fail)]
    [InlineData("status: accepted", "status: proposed", "its status is proposed")]
    [InlineData("status: accepted\n", "", "has no status")]
    [InlineData("approved_by: architecture board\n", "", "who approved it")]
    [InlineData("approved_on: 2026-11-20", "approved_on: 2026-11-23", "approved in the future")]
    [InlineData("approved_on: 2026-11-20", "approved_on: last week", "when it was approved")]
    [InlineData("## Scale\n", "", "has no section Scale")]
    [InlineData("Only the service can reach the file, and its disk is encrypted.", "", "section Security has fewer than 5 words")]
    [InlineData("Only the service can reach the file, and its disk is encrypted.", "<!-- who can reach the file and what protects it -->", "section Security has fewer than 5 words")]
    [InlineData("Only the service can reach the file, and its disk is encrypted.", "n/a", "section Security has fewer than 5 words")]
    [InlineData("Only the service can reach the file, and its disk is encrypted.", "replace: what this exposes, and what protects it", "left from the starter")]
    public void What_a_decision_lacks_is_named(string old, string replacement, string what)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        var finding = Judge(Good.Replace(old, replacement, StringComparison.Ordinal));
        Assert.True(finding.Status is Status.Fail || what == "left from the starter", finding.Reason);
        if (finding.Status == Status.Fail) Assert.Contains(what, Assert.Single(finding.Locations).Note, StringComparison.Ordinal);
        else Assert.Equal(Status.Missing, finding.Status);
    }

    [Fact]
    public void Loophole_a_starter_left_as_it_was()
    {
        var finding = Judge(File.ReadAllText(Path.Combine(Repository.Root, "starters", "decisions", "0001-architecture.md")));
        Assert.Equal((Status.Missing, "decisions/0001-ledger.md still holds what the starter wrote"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void One_approved_decision_among_proposals_is_enough() =>
        Assert.Equal(Status.Pass, new Lab().File("decisions/1.md", Good).File("decisions/2.md", "# A thought\nMore.").Of("architecture_approved").Status);
}
