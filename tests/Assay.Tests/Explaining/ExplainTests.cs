using Assay.Core.Explaining;
using Assay.Core.Standards;

namespace Assay.Tests.Explaining;

public sealed class ExplainTests
{
    private static readonly Standard Production = BuiltInStandards.Load("production")!;

    [Fact]
    public void A_criterion_is_explained_with_what_it_demands_why_and_the_next_step() =>
        Assert.Equal(
            """
            coverage_branches - coverage.branches ≥ 85 %

            Demands
              coverage.branches ≥ 85 %, due at code_completion from profile standard up;
              author can mend it.
              Its evidence must be of this content.
              Where Assay itself sees that there is nothing to measure, it does not apply.

            Measured as
              Branches taken, of all branches that the reports name.
              From Cobertura or LCOV of the test run.

            Why
              A line can run and its other way out never be taken.

            To get there
              Add tests for the conditions that are named, with the value that takes the
              other way.

            See also: tdd_compliance, coverage.branches

            """,
            Explain.Topic(Production, "coverage_branches")!.ToText());

    [Theory]
    [InlineData("tdd_compliance", "Tests came first and hold the code")]
    [InlineData("coverage.lines", "a fact about the state, in percent (%)")]
    [InlineData("asy1304", "The clone is shallow and the base is out of reach")]
    [InlineData(" Secrets ", "secrets.found 0")]
    public void Gates_facts_and_errors_are_explained_whatever_their_case(string id, string title) =>
        Assert.Equal(title, Explain.Topic(Production, id)!.Title);

    [Fact]
    public void What_nothing_measures_yet_is_said() =>
        Assert.Contains("This version does not measure it", Explain.Topic(Production, "session_updated")!.ToText(), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_listed_and_referred_to_can_be_explained_within_80_columns()
    {
        var ids = Explain.Ids(Production).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id =>
        {
            var explanation = Explain.Topic(Production, id);
            Assert.NotNull(explanation);
            Assert.Equal(id, explanation.Id);
            Assert.All(explanation.SeeAlso, other => Assert.NotNull(Explain.Topic(Production, other)));
            Assert.All(explanation.ToText().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        });
    }

    [Theory]
    [InlineData("coverage_line", "coverage_lines")]
    [InlineData("covergae_lines", "coverage_lines")]
    [InlineData("ASY1340", "ASY1304")]
    [InlineData("tdd", "tdd_compliance")]
    public void A_near_miss_gets_a_suggestion(string id, string meant)
    {
        Assert.Null(Explain.Topic(Production, id));
        Assert.Equal(meant, Explain.Nearest(Production, id)[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qqqqqqqqqqqqqqq")]
    public void Nonsense_gets_none(string id) => Assert.Empty(Explain.Nearest(Production, id));
}
