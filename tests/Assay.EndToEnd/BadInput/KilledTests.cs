using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.BadInput;

/// <summary>A check that is killed at whatever moment leaves nothing that a later check would take for evidence of a whole run.</summary>
public sealed class KilledTests
{
    [Fact]
    [Trait("Tier", "long")]
    public void A_killed_check_leaves_no_half_evidence_and_the_next_one_is_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        using var repository = NodeProject.Create();
        var random = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            using var check = AssayProcess.Start(repository.Root, new Dictionary<string, string>(), "check");
            check.WaitForExit(TimeSpan.FromMilliseconds(random.Next(5, 2500)));
            check.Kill();
            check.WaitForExit();

            var after = repository.Assay("check", "--no-collect", "--format", "json");
            Assert.True(after.ExitCode == 1, after.ToString());
            Assert.Contains(after.Status("tests_pass"), (string[])["pass", "missing", "error"]);
        }
        Assert.Equal("pass", repository.Assay("check", "--format", "json").Status("tests_pass"));
    }
}
