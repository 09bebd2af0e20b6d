using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.BadInput;

/// <summary>Where Assay cannot judge at all it says why with a code and a next step, exits with 2, and prints no stack trace.</summary>
public sealed class CouldNotJudgeTests
{
    [Fact]
    public void A_path_that_is_not_there() => Refused(Run(repository => ["check", "nowhere"]), "ASY1001");

    [Fact]
    public void A_folder_that_is_no_repository()
    {
        var folder = Directory.CreateTempSubdirectory("assay-e2e-plain-");
        try
        {
            Refused(AssayProcess.Run(folder.FullName, "check"), "ASY1302");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_repository_without_a_commit()
    {
        using var repository = Repository.Create();
        Refused(repository.Assay("check"), "ASY1306");
    }

    [Fact]
    public void A_commit_that_does_not_exist() => Refused(Run(_ => ["check", "--base", "0123456789"]), "ASY1303");

    [Fact]
    public void A_deployment_by_a_lower_profile() => Refused(Run(_ => ["check", "--phase", "deployment", "--profile", "standard"]), "ASY1002");

    [Fact]
    public void A_base_that_is_head() => Refused(Run(_ => ["check", "--base", "HEAD"]), "ASY1305");

    [Fact]
    public void No_git()
    {
        using var repository = NodeProject.Create();
        Refused(AssayProcess.Run(repository.Root, new Dictionary<string, string> { ["PATH"] = "/nonexistent" }, "check"), "ASY1301");
    }

    [Fact]
    public void A_shallow_clone_whose_base_is_out_of_reach()
    {
        using var origin = NodeProject.Create();
        for (var i = 0; i < 3; i++)
        {
            origin.Write("src/add.js", $"export const add = (a, b) => a + b + {i};\n");
            origin.Commit($"edit {i}");
        }
        origin.Git("checkout", "-q", "-b", "feature", "HEAD~2");
        origin.Write("src/more.js", "export const more = 1;\n");
        origin.Commit("more");
        using var clone = Repository.Create();
        clone.Git("fetch", "-q", "--depth", "1", new Uri(origin.Root).AbsoluteUri, "main:refs/remotes/origin/main", "feature:feature");
        clone.Git("checkout", "-q", "feature");
        Refused(clone.Assay("check"), "ASY1304");
    }

    [Fact]
    public void Every_mistake_in_assay_yaml_at_once_with_its_place()
    {
        var run = Run(repository =>
        {
            repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - id: a\n    kind: sevice\n    pth: .\n");
            return ["check"];
        });
        Refused(run, "ASY1201");
        Assert.Contains("assay.yaml:4:", run.Error, StringComparison.Ordinal);
        Assert.Contains("assay.yaml:5:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_with_an_unknown_fact()
    {
        var run = Run(repository =>
        {
            var standard = File.ReadAllText(Path.Combine(AssayProcess.RepositoryRoot, "standards", "production.yaml"));
            repository.Write("own.yaml", standard.Replace("fact: coverage.lines", "fact: coverage.lines_of_code", StringComparison.Ordinal));
            return ["check", "--standard", "own.yaml"];
        });
        Refused(run, "ASY1102");
        Assert.Contains("coverage.lines_of_code", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_that_does_not_exist() => Refused(Run(_ => ["check", "--standard", "nothing.yaml"]), "ASY1101");

    [Fact]
    public void An_option_that_does_not_exist() => Refused(Run(_ => ["check", "--colour"]), "ASY1002");

    [Fact]
    public void An_output_in_a_folder_that_is_not_there() => Refused(Run(_ => ["check", "--no-collect", "--format", "json", "--output", "no/such/verdict.json"]), "ASY1004");

    [Fact]
    public void An_output_on_a_full_disk_leaves_nothing_half_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "a small file system can only be mounted by root on Linux");
        using var repository = NodeProject.Create();
        var small = repository.FullPath("small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(Shell.Run("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", small) == 0, "a small file system could not be mounted here");
        try
        {
            Refused(repository.Assay("check", "--no-collect", "--format", "json", "--output", Path.Combine(small, "verdict.json")), "ASY1004");
            Assert.Empty(Directory.EnumerateFileSystemEntries(small));
        }
        finally
        {
            Shell.Run("umount", small);
        }
    }

    private static AssayRun Run(Func<Repository, string[]> arrange)
    {
        using var repository = NodeProject.Create();
        return repository.Assay(arrange(repository));
    }

    private static void Refused(AssayRun run, string code)
    {
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("->", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
