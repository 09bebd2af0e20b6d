using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Requirements;

namespace Assay.Tests.Evidence.Requirements;

public class RequirementsReaderTests
{
    private static readonly RequirementsReader Reader = new();

    [Fact]
    public void Each_acceptance_entry_becomes_a_criterion()
    {
        var outcome = HostileInput.Read(Reader, RequirementsTable.Good[0].Yaml);
        Assert.Null(outcome.Error);
        var first = Assert.IsType<AcceptanceCriterion>(outcome.Observations[0]);
        Assert.Equal(("PAY-1.1", "PAY-1", "Money moves once", "product owner", new DateOnly(2026, 11, 20), 8),
            (first.Id, first.Requirement, first.Text, first.ApprovedBy, first.ApprovedOn, first.Line));
        Assert.Equal(["A.B", "A.C"], first.Tests);
        Assert.Equal(2, outcome.Observations.Length);
    }

    public static TheoryData<string> Good => [.. RequirementsTable.Good.Select(row => row.Name)];

    public static TheoryData<string> Bad => [.. RequirementsTable.Bad.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_file_reads(string name) => Assert.Null(HostileInput.Read(Reader, RequirementsTable.Good.Single(row => row.Name == name).Yaml).Error);

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_mistake_is_named_with_its_place(string name)
    {
        var row = RequirementsTable.Bad.Single(row => row.Name == name);
        var error = HostileInput.Read(Reader, row.Yaml).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(row.Says, error?.What);
        Assert.True(error?.Line > 0 && error.Column > 0);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_their_places()
    {
        var outcome = HostileInput.Read(Reader, "schema: assay/requirements/v2\nrequirements:\n  - id: A\n    titel: x\n    approved_on: 31.12.2026\n    acceptance:\n      - id: A\n        text: TODO\n");
        Assert.NotNull(outcome.Error);
        Assert.Equal([1, 3, 4, 5, 5, 7, 8], [outcome.Error.Line, .. outcome.OtherErrors.Select(error => error.Line)]);
        Assert.Empty(outcome.Observations);
    }

    [Theory]
    [InlineData("requirements: []", true)]
    [InlineData("schema: assay/requirements/v1", true)]
    [InlineData("schema: assay/config/v1\ncomponents: []", false)]
    [InlineData("{\"requirements\": []}", false)]
    public void It_is_recognised_by_what_it_says(string text, bool claimed) =>
        Assert.Equal(claimed, Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void No_mutation_gets_through_as_an_exception() => HostileInput.NeverThrows(Reader, RequirementsTable.Good[0].Yaml);

    [Fact]
    public void A_file_larger_than_1_MB_or_nested_too_deep_is_refused()
    {
        Assert.Equal(EvidenceErrors.TooDeep, HostileInput.Read(Reader, new string('#', 5_000_000)).Error?.Kind);
        Assert.Contains("larger than 1 MB", HostileInput.Read(Reader, new string('#', 2_000_000)).Error?.What);
        Assert.Contains("nested deeper", HostileInput.Read(Reader, "requirements: " + new string('[', 10_000)).Error?.What);
    }
}
