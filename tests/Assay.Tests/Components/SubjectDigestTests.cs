using Assay.Core.Components;
using Assay.Tests.Support;

namespace Assay.Tests.Components;

/// <summary>What a component's evidence is bound to.</summary>
public sealed class SubjectDigestTests
{
    private static readonly (string, string)[] Files = [("global.json", "{}"), ("a/x.cs", "1"), ("a/README.md", "text"), ("a/threat-model.yaml", "x"), ("b/y.cs", "2"), ("c/z.cs", "3"), ("deploy/k.yaml", "4")];

    [Fact]
    public void One_component_is_bound_to_what_it_was_bound_to_before_there_could_be_several()
    {
        var tree = new FakeTree(Files);
        Assert.Equal(SubjectDigest.Of(tree, ""), Subjects(tree, [""])[""]);
        Assert.Equal(SubjectDigest.Of(tree, "b"), Subjects(tree, ["a", "b"])["b"]);
    }

    [Theory]
    [InlineData("a/x.cs", "a b")]
    [InlineData("b/y.cs", "b")]
    [InlineData("c/z.cs", "c")]
    [InlineData("global.json", "a b c")]
    [InlineData("deploy/k.yaml", "a b")]
    [InlineData("a/README.md", "")]
    [InlineData("a/threat-model.yaml", "")]
    public void An_edit_changes_the_digest_of_those_that_it_is_an_input_of(string edited, string expected)
    {
        var before = Subjects(new FakeTree(Files), ["a", "b", "c"], ("b", "a"));
        var after = Subjects(new FakeTree([.. Files.Select(file => file.Item1 == edited ? (edited, "edited") : file)]), ["a", "b", "c"], ("b", "a"));

        Assert.Equal(expected, string.Join(' ', before.Keys.Where(path => before[path] != after[path])));
    }

    [Theory]
    [InlineData("src/LICENSE-check.js")]
    [InlineData("LICENSE-check.js")]
    [InlineData("src/pricing.rules.yaml")]
    [InlineData("monitoring/x.yaml")]
    [InlineData("alerts/x.yaml")]
    [InlineData("ThreatDragonModels/x.js")]
    [InlineData("src/threat-model.yaml")]
    [InlineData("src/docs/x.js")]
    public void What_a_test_may_read_is_an_input(string path) =>
        Assert.NotEqual(SubjectDigest.Of(new FakeTree((path, "1")), ""), SubjectDigest.Of(new FakeTree((path, "2")), ""));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/guide.md")]
    [InlineData("runbooks/errors.md")]
    [InlineData("decisions/1.md")]
    [InlineData("LICENSE")]
    [InlineData("LICENSE.txt")]
    [InlineData("threat-model.yaml")]
    [InlineData("pentest.yaml")]
    public void A_documentation_commit_keeps_what_was_tested_but_not_what_was_searched_for_secrets(string path)
    {
        Component before = Only(new FakeTree((path, "1"), ("a.js", "1"))), after = Only(new FakeTree((path, "token"), ("a.js", "1")));
        Assert.Equal(before.Subject, after.Subject);
        Assert.NotEqual(before.BoundTo(Core.Evidence.StepKind.Secrets), after.BoundTo(Core.Evidence.StepKind.Secrets));
        Assert.Equal(after.Content, SubjectDigest.Everything(new FakeTree((path, "token"), ("a.js", "1")), ""));
    }

    [Fact]
    public void What_lies_in_no_component_is_searched_with_the_first_one()
    {
        Component[] before = All(new FakeTree(("a/x.js", "1"), ("b/x.js", "1"), ("c/README.md", "1"))), after = All(new FakeTree(("a/x.js", "1"), ("b/x.js", "1"), ("c/README.md", "2")));
        Assert.NotEqual(before[0].Content, after[0].Content);
        Assert.Equal(before[1].Content, after[1].Content);

        static Component[] All(FakeTree tree) => [.. SubjectDigest.OfAll(tree, new Territory(tree, ["a", "b"]), [new("a", "a", null, null, [], ""), new("b", "b", null, null, [], "")], new Territory(tree, ["a", "b"]).Rest)];
    }

    private static Component Only(FakeTree tree) => SubjectDigest.OfAll(tree, new Territory(tree, [""]), [new Component("app", "", null, null, [], "")], [])[0];

    [Fact]
    public void A_circle_of_dependencies_ends() =>
        Assert.Equal(3, Subjects(new FakeTree(Files), ["a", "b", "c"], ("a", "b"), ("b", "c"), ("c", "a")).Values.Distinct().Count());

    private static Dictionary<string, string> Subjects(FakeTree tree, string[] paths, params (string User, string Used)[] uses)
    {
        var territory = new Territory(tree, paths);
        return SubjectDigest.OfAll(tree, territory, [.. paths.Select(path => new Component(path, path, null, null, [], "") { DependsOn = [.. uses.Where(edge => edge.User == path).Select(edge => edge.Used)] })], territory.Rest)
            .ToDictionary(component => component.Path, component => component.Subject);
    }
}
