using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Configured;

namespace Assay.Tests.Toolchains.Configured;

/// <summary>A configured test command as the phases of a proof run it, with a real shell.</summary>
public sealed class ConfiguredTrialTests : IDisposable
{
    private readonly TempFolder folder = new();

    public ConfiguredTrialTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands here are for a POSIX shell");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_cases_name_no_path_of_this_machine()
    {
        var (result, tests) = await Run("""printf '<testsuite><testcase classname="a" name="x" file="%s/t/a.py"><failure message="at %s/t/a.py:1"/></testcase></testsuite>' "$PWD" "$PWD" > "$EVIDENCE_DIR/r.xml"; exit 1""");

        Assert.Empty(result.Problems);
        Assert.Equal(("t/a.py", "at t/a.py:1", TestOutcome.Failed), (tests[0].File, tests[0].Message, tests[0].Outcome));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("printf '<testsuites></testsuites>' > \"$EVIDENCE_DIR/r.xml\"")]
    [InlineData("printf '<testsuite><testcase' > \"$EVIDENCE_DIR/r.xml\"")]
    public async Task A_command_that_shows_no_test_is_a_problem(string command) =>
        Assert.Equal(CollectionErrors.ToolProducedNothing, Assert.Single((await Run(command)).Result.Problems).Kind);

    [Fact]
    public async Task A_command_that_hangs_is_stopped_at_the_limit() =>
        Assert.Equal(CollectionErrors.ToolTimedOut, Assert.Single((await Run("sleep 60", TimeSpan.FromSeconds(1))).Result.Problems).Kind);

    [Fact]
    public async Task A_command_that_breaks_without_a_failed_test_is_a_problem() =>
        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single((await Run("""printf '<testsuite><testcase classname="a" name="x"/></testsuite>' > "$EVIDENCE_DIR/r.xml"; exit 3""")).Result.Problems).Kind);

    private async Task<(StepResult Result, IReadOnlyList<TestCase> Tests)> Run(string command, TimeSpan? limit = null)
    {
        var root = folder.File("r");
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(folder.File("out"));
        var itself = new ToolchainRoot("", "", "");
        var context = new StepContext(root, FolderTree.Of(), new Component("c", "", null, null, [], "sha256:0"), itself, new Dictionary<string, string> { ["test"] = command }, TimeSpan.FromMinutes(1));
        var step = ConfiguredTrial.Of(Assert.Single(ConfiguredStep.All(context)), root);
        var result = await step.Run(new StepRun(folder.File("out"), new CommandRunner(limit ?? TimeSpan.FromMinutes(1))), TestContext.Current.CancellationToken);
        return (result, TrialCases.In(folder.File("out"), TestContext.Current.CancellationToken));
    }
}
