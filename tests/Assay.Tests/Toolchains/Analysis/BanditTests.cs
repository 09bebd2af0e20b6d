using Assay.Core.Errors;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Analysis.Python;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains.Analysis;

public sealed class BanditTests : IDisposable
{
    private const string Weak =
        """
        import hashlib, subprocess, jinja2
        def weak(cursor, name):
            cursor.execute("select id from people where name = '" + name + "'")  # nosec
            cursor.execute(f"select id from people where name = {name}")  # noqa: S608
            subprocess.call("ls " + name, shell=True)  # nosec
            jinja2.Environment(autoescape=False)  # nosec
            return hashlib.md5(name)  # nosec
        def safe(cursor, name):
            cursor.execute("select id from people where name = %s", (name,))

        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_weakness_is_found_whatever_comments_and_names_say()
    {
        Assert.SkipUnless(BanditStep.IsThere("/"), "bandit is not installed");
        folder.Write("repository/.tox/weak.py", Weak);
        folder.Write("repository/.bandit", "[bandit]\nskips: B602,B303,B324,B701\n");

        var (result, found) = await Run(".tox/weak.py");

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Equal([3, 4, 5, 6, 7], found.Where(each => each.SecuritySeverity >= SecurityRules.High).Select(each => each.Line!.Value).Distinct().Order());
        Assert.All(found, each => Assert.Equal(".tox/weak.py", each.File));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_problem()
    {
        Assert.SkipUnless(BanditStep.IsThere("/"), "bandit is not installed");
        folder.Write("repository/broken.py", "def (\n");

        var (result, _) = await Run("broken.py");

        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single(result.Problems).Kind);
        Assert.Contains("broken.py", result.Problems[0].What);
    }

    [Fact]
    public async Task A_bandit_that_finds_nothing_planted_is_not_believed()
    {
        folder.Write("repository/a.py", "a = 1\n");
        folder.Write("bandit", "#!/bin/sh\nfor last; do :; done\nwhile [ $# -gt 0 ]; do [ \"$1\" = -o ] && out=$2; shift; done\nprintf '{\"errors\":[],\"results\":[],\"metrics\":{\"_totals\":{},\"0.py\":{}}}' > \"$out\"\n");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.File("bandit"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var (result, _) = await Run("a.py", folder.File("bandit"));

        Assert.Equal(CollectionErrors.ProbeFailed, Assert.Single(result.Problems).Kind);
        Assert.False(File.Exists(folder.File("step/analysis.sarif")));
    }

    [Theory]
    [InlineData("""x = "select a from b where c = " + d""", true)]
    [InlineData("""x = f"select a from b where c = {d}" """, true)]
    [InlineData("""x = "delete from b where c = '%s'" % d""", true)]
    [InlineData("""x = "select a from b where c = {}".format(d)""", true)]
    [InlineData("""x = "select a from b where c = %s", (d,)""", false)]
    [InlineData("""# x = "select a from b where c = " + d""", false)]
    [InlineData("""x = f"select a from b where c = {{d}}" """, false)]
    public void A_statement_that_is_put_together_is_found(string line, bool found) => Assert.Equal(found, PythonText.In("a.py", line).Length > 0);

    private async Task<(StepResult Result, IReadOnlyList<ToolFinding> Found)> Run(string file, string program = BanditStep.Program)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Step step = BanditStep.Create(folder.File("repository"), FolderTree.OnDisk(folder.File("repository")), [file], program);
        Directory.CreateDirectory(folder.File("step"));
        StepResult result = await step.Run(new StepRun(folder.File("step"), new CommandRunner(TimeSpan.FromMinutes(2))), cancellation);
        string report = folder.File("step/analysis.sarif");
        return (result, File.Exists(report) ? [.. EvidenceFile.Read(report, cancellation).Observations.OfType<ToolFinding>()] : []);
    }
}
