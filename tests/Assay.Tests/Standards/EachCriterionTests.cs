using System.Reflection;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Standards;

/// <summary>Of each criterion a test shows that it passes, fails, and is missing where nothing shows it.</summary>
public sealed class EachCriterionTests
{
    private static readonly ILookup<string, Status> Shown = typeof(EachCriterionTests).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .SelectMany(method => method.GetCustomAttributes<ShowsAttribute>()).ToLookup(shows => shows.Criterion, shows => shows.Status);

    /// <summary>What Assay itself sees is never missing, and some criteria cannot fail without being missing.</summary>
    private static readonly Dictionary<string, Status[]> Fewer = new()
    {
        ["rules_kept"] = [Status.Pass, Status.Fail],
        ["evidence_taken"] = [Status.Pass, Status.Fail],
        ["sources_untouched"] = [Status.Pass, Status.Fail],
        ["sbom"] = [Status.Pass, Status.Missing],
        ["links_work"] = [Status.Pass, Status.Fail],
    };

    public static TheoryData<string> Criteria => [.. BuiltInStandards.Load("production")!.Criteria.Where(criterion => FactCatalog.Find(criterion.Fact)!.Later is null).Select(criterion => criterion.Id)];

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_test_shows_it_pass_fail_and_missing(string criterion) =>
        Assert.Empty(Fewer.GetValueOrDefault(criterion, [Status.Pass, Status.Fail, Status.Missing]).Except(Shown[criterion]));

    [Fact]
    public void No_test_shows_a_criterion_that_is_not_there() =>
        Assert.Empty(Shown.Select(shown => shown.Key).Except(BuiltInStandards.Load("production")!.Criteria.Select(criterion => criterion.Id)));

    [Fact]
    public void A_criterion_whose_fact_comes_later_is_missing_where_it_applies()
    {
        var gates = new Lab().Gates();
        Assert.All(gates.SelectMany(gate => gate.Findings).Where(finding => FactCatalog.Find(finding.Criterion.Fact)!.Later is not null), finding => Assert.True(finding.Status is Status.Missing or Status.NotApplicable, $"{finding.Criterion.Id} is {finding.Status}"));
    }
}
