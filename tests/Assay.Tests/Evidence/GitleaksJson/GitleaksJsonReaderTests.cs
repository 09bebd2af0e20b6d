using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.GitleaksJson;

namespace Assay.Tests.Evidence.GitleaksJson;

public class GitleaksJsonReaderTests
{
    private static readonly GitleaksJsonReader Reader = new();

    private const string Good =
        """
        [
         {"RuleID":"github-pat","Description":"Uncovered a token","StartLine":4,"EndLine":5,"StartColumn":1,"EndColumn":9,"Match":"token = hunter2","Secret":"hunter2","File":"src/a.cs","SymlinkFile":"",
          "Commit":"","Entropy":3.5,"Author":"","Email":"","Date":"","Message":"","Tags":[],"Fingerprint":"src/a.cs:github-pat:4"},
         {"RuleID":"generic-api-key","StartLine":0,"Secret":"hunter2","File":"b"}
        ]
        """;

    [Fact]
    public void Findings_are_kept_by_rule_and_place_and_never_by_their_text()
    {
        var outcome = HostileInput.Read(Reader, Good);
        Assert.Null(outcome.Error);
        Assert.Equal(new ToolRun(FindingCategory.Secret, "gitleaks", null), outcome.Observations[0]);
        Assert.Equal([("github-pat", "src/a.cs", 4), ("generic-api-key", "b", (int?)null)], outcome.Observations.OfType<ToolFinding>().Select(found => (found.Rule, found.File!, found.Line)));
        Assert.DoesNotContain("hunter2", string.Concat(outcome.Observations));
    }

    [Fact]
    public void A_finding_without_a_rule_is_refused() => Assert.NotNull(HostileInput.Read(Reader, """[{"File":"a","StartLine":1}]""").Error);

    [Fact]
    public void An_empty_list_is_nobodys() => Assert.DoesNotContain(EvidenceReaders.All, reader => reader.Claims(ContentHead.Of("[]"u8)));

    [Fact]
    public void It_is_recognised_and_no_other_reader_claims_it() =>
        Assert.Equal("gitleaks", Assert.Single(EvidenceReaders.All, reader => reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(Good)))).Format);

    [Fact]
    public void Bad_bytes_are_a_mistake_and_never_an_exception()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);
        HostileInput.NeverThrows(Reader, Good);
    }
}
