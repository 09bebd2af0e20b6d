using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Tests.Toolchains.DotNet.Trials;

public class FrameworksTests(Frameworks frameworks) : IClassFixture<Frameworks>
{
    private Frameworks Tried => frameworks;

    [Fact]
    public void Failing_tests_and_projects_that_no_test_needs_are_no_problem() => Assert.Empty(Tried.First.Problems.Concat(Tried.Chosen.Problems));

    [Fact]
    public void Every_case_of_every_framework_is_there_with_its_project_and_target_framework()
    {
        Assert.SkipWhen(HasNet8, "the runtime of .NET 8 is installed here");
        Assert.Equal(
        [
            "Ms net10.0: N.T > Th (1) Passed", "Ms net10.0: N.T > Th (2) Failed", "Ms net10.0: N.T.Other Failed",
            "Nu net10.0: N.F(3) > Sized Passed", "Nu net10.0: N.T.Dup(\"x\") Passed", "Nu net10.0: N.T.Dup(\"x\") Passed", "Nu net10.0: N.T.Th(1) Passed", "Nu net10.0: N.T.Th(2) Failed", "Nu net10.0: N.T.Thick Passed",
            .. Xunit("X2"), .. Xunit("X3"),
        ], Tried.First.Ids);
    }

    [Fact]
    public void Only_the_methods_that_were_asked_for_run_again_with_every_case()
    {
        var names = Tried.Chosen.Tests.Select(test => $"{test.Run[..2]} {test.Name}").Distinct().ToList();

        Assert.All(Tried.First.Tests.Where(test => test.Name is "N.T.Th" or "N.F(3).Sized"), test => Assert.Contains($"{test.Run[..2]} {test.Name}", names));
        Assert.DoesNotContain("X2 N.T+In.Deeper", names);
        Assert.DoesNotContain("X3 N.T.Named", names);
        Assert.DoesNotContain("Nu N.T.Dup", names);
        Assert.Equal(2, Tried.Chosen.Tests.Count(test => test is { Run: "X3 net10.0", Name: "N.T.Th" }));
        Assert.Equal(2, Tried.Chosen.Tests.Count(test => test is { Run: "Nu net10.0", Name: "N.T.Th" }));
    }

    [Fact]
    public void A_target_framework_without_its_runtime_is_left_out_and_told()
    {
        Assert.SkipWhen(HasNet8, "the runtime of .NET 8 is installed here");
        Assert.Equal("X2 net8.0", Assert.Single(Tried.First.Seen.OfType<TestRunMissing>()).Run);
        Assert.False(Directory.Exists(Path.Combine(Tried.Folder.Root, "X2/bin/Debug/net8.0")));
    }

    [Fact]
    public void A_project_that_did_not_change_is_not_compiled_again()
    {
        Assert.Equal(Tried.Compiled.Library, Tried.CompiledAgain.Library);
        Assert.True(Tried.CompiledAgain.Tests > Tried.Compiled.Tests);
        Assert.DoesNotContain("restore.log", Tried.Chosen.Logs);
        Assert.Contains("restore.log", Tried.First.Logs);
        Assert.Equal(0, Tried.Chosen.Steps[StepKind.Restore].ExitCode);
    }

    [Fact]
    public void A_failure_tells_what_was_thrown_and_where_without_a_folder_of_this_machine()
    {
        var failed = Tried.First.Tests.Where(test => test.Message?.Contains("boom", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(3, failed.Count);
        Assert.All(failed, test => Assert.StartsWith("System.InvalidOperationException", test.Trace));
        Assert.Contains(failed, test => test.Trace!.Contains(" in X2/Tests.cs:line 7", StringComparison.Ordinal));
        Assert.DoesNotContain(Tried.First.Tests, test => $"{test.Id} {test.Message} {test.Trace}".Contains(Tried.Folder.Root, StringComparison.Ordinal));
    }

    private static string[] Xunit(string project) =>
    [
        $"{project} net10.0: N.T > adds two Passed", $"{project} net10.0: N.T+In.Deep Failed", $"{project} net10.0: N.T.Th(a: 1) Passed", $"{project} net10.0: N.T.Th(a: 2) Failed",
    ];

    private static bool HasNet8 => Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, ".."))
        .Any(folder => Path.GetFileName(folder).StartsWith("8.", StringComparison.Ordinal));
}
