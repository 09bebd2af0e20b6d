using System.Globalization;
using Assay.EndToEnd.Support;
using Assay.Tests.Support;

namespace Assay.EndToEnd.Prove;

/// <summary>A proof that is stopped or killed at whatever moment changes nothing that is the user's.</summary>
public sealed class ProveInterruptedTests
{
    [Fact]
    public void Ctrl_C_half_way_leaves_no_clone_and_the_repository_bit_identical()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        using var project = ProofProject.OnBranch();
        var started = Path.Combine(project.Variables["TMPDIR"], "started");
        project.Repository.Write("test.sh", $"echo $$ > '{started}' && sleep 300\n");
        project.Repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: adder\n    path: .\n    commands:\n      test: exec sh test.sh\n");
        project.Repository.Commit("tests that hang");
        WithWorkInProgress(project.Repository);
        var before = RepositoryState.Of(project.Repository.Root);

        using var prove = project.Start("prove");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(started) || prove.HasExited, TimeSpan.FromSeconds(120)) && !prove.HasExited, "the tests did not start");
        Assert.NotEmpty(project.Leftovers);
        Shell.Interrupt(prove);
        Assert.True(prove.WaitForExit(TimeSpan.FromSeconds(30)), "it did not end");

        Assert.Equal(130, prove.ExitCode);
        Assert.Empty(prove.StandardOutput.ReadToEnd());
        Assert.Empty(project.Leftovers);
        Assert.Equal(before, RepositoryState.Of(project.Repository.Root));
    }

    /// <summary>ASSAY_KILLS and ASSAY_SEED give other points than 100 of a new seed.</summary>
    [Fact]
    [Trait("Tier", "long")]
    public void Killed_at_any_moment_it_leaves_the_repository_bit_identical_and_the_next_run_cleans_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        var (points, seed) = (Setting("ASSAY_KILLS", 100), Setting("ASSAY_SEED", Environment.TickCount));
        TestContext.Current.TestOutputHelper?.WriteLine($"{points} points of seed {seed}");
        using var project = ProofProject.Proven();
        WithWorkInProgress(project.Repository);
        var before = RepositoryState.Of(project.Repository.Root);
        var whole = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, project.Assay("prove").ExitCode);
        var longest = (int)whole.ElapsedMilliseconds;
        var random = new Random(seed);
        var (killed, left) = (0, 0);
        for (var i = 0; i < points; i++)
        {
            // What the run before found out must not spare this one its work.
            if (Directory.Exists(project.Repository.FullPath(".assay"))) Directory.Delete(project.Repository.FullPath(".assay"), recursive: true);
            using var prove = project.Start("prove");
            var output = prove.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var after = random.Next(longest);
            if (!prove.WaitForExit(TimeSpan.FromMilliseconds(after))) killed++;
            prove.Kill();
            prove.WaitForExit();
            if (project.Leftovers.Length > 0) left++;
            Assert.True(before == RepositoryState.Of(project.Repository.Root), $"killed after {after} ms, point {i} of seed {seed}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} killed before their end, {left} left something; a whole run takes {longest} ms");
        Assert.True(left > 0, $"no run of seed {seed} was killed while it had a clone");

        var last = project.Assay("prove");
        Assert.True(last.ExitCode == 0, $"seed {seed}: {last}");
        Assert.Empty(project.Leftovers);
        Assert.Equal(before, RepositoryState.Of(project.Repository.Root));
    }

    /// <summary>A stash, a staged edit and one that is not: whatever a careless tool would touch.</summary>
    private static void WithWorkInProgress(Repository repository)
    {
        repository.Write("notes.md", "stashed\n");
        repository.Git("stash", "push", "-q", "-u");
        repository.Write("staged.md", "staged\n");
        repository.Git("add", "staged.md");
        repository.Write("staged.md", "staged, then edited\n");
        repository.Write("new.md", "in no commit\n");
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : otherwise;
}
