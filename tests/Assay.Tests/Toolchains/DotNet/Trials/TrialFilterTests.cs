using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Toolchains.DotNet;
using Assay.Toolchains.DotNet.Trials;

namespace Assay.Tests.Toolchains.DotNet.Trials;

public sealed class TrialFilterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_runner_is_told_in_its_own_words()
    {
        Assert.Equal(["--TestCaseFilter:FullyQualifiedName~A.B|FullyQualifiedName~A.C+D.E"], Of(platform: false, "", "A.B", "A.C+D.E"));
        Assert.Equal(["-method", "A.B", "-method", "A.C"], Of(platform: true, "xunit.v3.core.dll", "A.B", "A.C"));
        Assert.Equal(["--filter", "FullyQualifiedName~A.B"], Of(platform: true, "MSTest.TestFramework.dll", "A.B"));
        Assert.Empty(Of(platform: true, "Other.Framework.dll", "A.B"));
    }

    [Theory]
    [InlineData("N.F(3).Sized", "N.F")]
    [InlineData("N.T.adds (1)", "N.T")]
    [InlineData("N.T.a title of words", "N.T")]
    [InlineData("N.G<System.Int32>.M", "N")]
    public void A_name_with_more_than_names_in_it_is_asked_for_by_what_stands_before(string name, string asked) =>
        Assert.Equal([$"--TestCaseFilter:FullyQualifiedName~{asked}"], Of(platform: false, "", name));

    [Theory]
    [InlineData("a title alone")]
    [InlineData("é.ü")]
    public void A_name_that_cannot_be_told_runs_all(string name) => Assert.Empty(Of(platform: false, "", "A.B", name));

    [Fact]
    public void Too_many_methods_are_asked_for_by_their_classes_and_too_many_classes_not_at_all()
    {
        Assert.Equal(["--TestCaseFilter:FullyQualifiedName~A.Class"], Of(platform: false, "", [.. Enumerable.Range(0, 2000).Select(i => $"A.Class.Method{i}")]));
        Assert.Equal(["-method", "A.Class.*"], Of(platform: true, "xunit.v3.core.dll", [.. Enumerable.Range(0, 2000).Select(i => $"A.Class.Method{i}")]));
        Assert.Empty(Of(platform: false, "", [.. Enumerable.Range(0, 2000).Select(i => $"A.Class{i}.Method")]));
    }

    [Fact]
    public void A_project_is_asked_for_its_own_tests_and_for_those_of_an_unnamed_run()
    {
        ImmutableArray<TestCase> only = [Case("A.B(1)", "A.B", "T net10.0"), Case("A.B(2)", "A.B", "T net10.0"), Case("A.C", "A.C", "U net10.0"), Case("A.D", "A.D", "T net8.0"), Case("A.E", "A.E", "")];

        Assert.Equal(["A.B", "A.E"], TrialFilter.AskedOf(Project(false), only));
    }

    private static TestCase Case(string id, string name, string run) => new(id, name, TestOutcome.Passed, run);

    private ImmutableArray<string> Of(bool platform, string beside, params string[] names)
    {
        if (beside.Length > 0) folder.Write(beside, "");
        var arguments = TrialFilter.Arguments(Project(platform), [.. names], console: true);
        if (beside.Length > 0) File.Delete(folder.File(beside));
        return arguments;
    }

    private ProjectDescription Project(bool platform) =>
        new("T-net10.0", folder.File("T.csproj"), "net10.0", ".NETCoreApp", new Version(10, 0), folder.File("T.dll"), IsTest: true, platform, RunsPlatform: false, []);
}
