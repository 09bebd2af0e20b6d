using Assay.Core.Rules;
using Assay.Tests.Support;

namespace Assay.Tests.Rules;

/// <summary>An operation that is taken out of the document is no longer judged, so the change that takes it out is named.</summary>
public sealed class OpenApiDiffTests
{
    private const string Both = "openapi: 3.1.0\npaths:\n  /pay/{id}:\n    get: {}\n    post: {}\n  /ref:\n    $ref: '#/components/pathItems/Shared'\ncomponents:\n  pathItems:\n    Shared:\n      put: {}\n";

    [Theory]
    [InlineData("    post: {}\n", "", "no longer describes POST /pay/{id}")]
    [InlineData("    post: {}\n", "    POST: {}\n", "no longer describes POST /pay/{id}")]
    [InlineData("      put: {}\n", "      x: {}\n", "no longer describes PUT /ref")]
    public void Each_operation_that_is_removed_is_named(string before, string after, string says)
    {
        var found = Assert.Single(Of(("svc/openapi.yaml", Both.Replace(before, after, StringComparison.Ordinal))));
        Assert.Equal((WeakeningSource.Rule, says, "svc/openapi.yaml"), (found.Source, found.What, found.Location!.File));
    }

    [Fact]
    public void Removing_the_document_names_all_that_it_described() => Assert.Equal(3, Of(("svc/App.cs", "x")).Count);

    [Fact]
    public void A_component_that_is_removed_as_a_whole_is_not_named() => Assert.Empty(Of(("other/App.cs", "x")));

    [Fact]
    public void More_operations_other_names_of_parameters_and_another_place_are_no_loosening()
    {
        Assert.Empty(Of(("svc/openapi.yaml", Both.Replace("{id}", "{key}", StringComparison.Ordinal).Replace("    get: {}", "    get: {}\n    delete: {}", StringComparison.Ordinal))));
        Assert.Empty(Of(("svc/docs/openapi.yml", Both)));
    }

    [Fact]
    public void The_document_of_another_component_does_not_stand_in() => Assert.Equal(3, Of(("svc/App.cs", "x"), ("other/openapi.yaml", Both)).Count);

    [Fact]
    public void It_is_among_what_a_change_loosens()
    {
        var policy = Policy.Of(Samples.Standard(Samples.Criterion()), Core.Configurations.Configuration.Default);
        Assert.Equal(3, Weakenings.Of(Samples.Change(), policy, new FakeTree(("openapi.yaml", "openapi: 3.1.0\npaths: {}\n")), policy, new FakeTree(("openapi.yaml", Both))).Length);
    }

    private static List<Weakening> Of(params (string, string)[] head) => [.. OpenApiDiff.Loosened(Samples.Change(), new FakeTree(head), new FakeTree(("svc/openapi.yaml", Both)))];
}
