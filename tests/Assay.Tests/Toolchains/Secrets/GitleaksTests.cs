using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Secrets;

namespace Assay.Tests.Toolchains.Secrets;

/// <summary>
/// gitleaks itself is not at hand where these tests run: a script takes its place that has its options, exit codes, list of names that it leaves out,
/// ignore file, allow comments and report, as gitleaks' documentation describes them. npm is a program that is not there.
/// </summary>
public sealed class GitleaksTests : IDisposable
{
    private static readonly string Token = string.Concat("gh", "p_") + string.Concat(Enumerable.Repeat("a1B2c3", 6));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Gitleaks_alone_finds_secrets_whatever_the_project_tells_it_to_leave_out()
    {
        Write("repository/src/Plain.cs", $"// nothing\nvar token = \"{Token}\";\n");
        Write("repository/src/allowed.cs", $"var token = \"{Token}\"; // {string.Join(':', "gitleaks", "allow")}\n");
        Write("repository/node_modules/tracked/package-lock.json", $"{{ \"token\": \"{Token}\" }}\n");
        Write("repository/a b#100%.png", $"{Token}\n");
        Write("repository/.gitleaks.toml", "[allowlist]\npaths = ['.*']\n");
        Write("repository/.gitleaksignore", "content/0\nnamed/0\n");
        await File.WriteAllTextAsync(folder.File("repository/wide.cs"), $"\n{Token}\n", System.Text.Encoding.Unicode, Cancellation);

        StepResult result = await Run(Fake());

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Equal([("a b#100%.png", 1), ("node_modules/tracked/package-lock.json", 1), ("src/Plain.cs", 2), ("src/allowed.cs", 1), ("wide.cs", 2)],
            SarifPlaces.Read(folder.File("step/gitleaks.sarif"))!.OrderBy(place => place.File, StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(folder.File("step")), file => Assert.DoesNotContain(Token, File.ReadAllText(file)));
    }

    [Fact]
    public async Task Without_a_secret_it_leaves_an_empty_report_of_a_scanner_that_was_probed()
    {
        Write("repository/src/Plain.cs", "// nothing\n");

        StepResult result = await Run(Fake());

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Empty(SarifPlaces.Read(folder.File("step/gitleaks.sarif"))!);
    }

    [Fact]
    public async Task A_gitleaks_that_does_not_find_what_is_planted_is_not_believed()
    {
        Write("repository/src/Plain.cs", "// nothing\n");

        StepResult result = await Run(Script("for a; do case $a in --report-path=*) echo '{\"runs\":[{\"results\":[]}]}' > \"${a#*=}\";; esac; done"));

        Assert.Contains(result.Problems, problem => problem.Kind == CollectionErrors.ProbeFailed);
        Assert.False(result.Probed);
        Assert.False(File.Exists(folder.File("step/gitleaks.sarif")));
    }

    [Theory]
    [InlineData("exit 126", "ASY1502")]
    [InlineData("exit 0", "ASY1504")]
    [InlineData("for a; do case $a in --report-path=*) echo '{\"runs\":[{\"res' > \"${a#*=}\";; esac; done", "ASY1502")]
    public async Task A_gitleaks_that_breaks_is_a_problem_and_never_an_empty_report(string body, string code)
    {
        Write("repository/src/Plain.cs", "// nothing\n");

        StepResult result = await Run(Script(body));

        Assert.Contains(result.Problems, problem => problem.Kind.Code == code);
        Assert.False(File.Exists(folder.File("step/gitleaks.sarif")));
    }

    [Fact]
    public async Task Without_any_scanner_secrets_were_not_searched_for()
    {
        Write("repository/src/Plain.cs", "// nothing\n");

        StepResult result = await Run(folder.File("no-gitleaks"));

        AssayError problem = Assert.Single(result.Problems);
        Assert.Equal(CollectionErrors.ToolMissing, problem.Kind);
        Assert.Contains("gitleaks", problem.NextStep);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void Write(string path, string content) => folder.Write(path, content);

    private async Task<StepResult> Run(string gitleaks)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script that stands for gitleaks needs a POSIX shell");
        string root = folder.File("repository");
        Step step = SecretsStep.Create(root, FolderTree.OnDisk(root), new Component("c", "", null, null, [], "sha256:0"), _ => false, folder.File("cache"), folder.File("no-npm"), gitleaks);
        Directory.CreateDirectory(folder.File("step"));
        return await step.Run(new StepRun(folder.File("step"), new CommandRunner(TimeSpan.FromMinutes(1))), Cancellation);
    }

    private string Fake() => Script("""
        [ "$1" = dir ] || exit 1
        shift
        allow=gitleaks:allow config= ignore=. code=1 report= redact=
        while [ $# -gt 1 ]; do
          case $1 in
            --no-banner|--no-color) ;;
            --redact) redact=1 ;;
            --ignore-gitleaks-allow) allow='^$' ;;
            --config=*) config=${1#*=} ;;
            --gitleaks-ignore-path=*) ignore=${1#*=} ;;
            --exit-code=*) code=${1#*=} ;;
            --report-format=sarif) ;;
            --report-path=*) report=${1#*=} ;;
            *) echo "Error: unknown flag: $1" >&2; exit 126 ;;
          esac
          shift
        done
        cd "$1" || exit 1
        [ -n "$config" ] || [ ! -f .gitleaks.toml ] || exit 1
        { [ -z "$config" ] || grep -q 'useDefault = true' "$config"; } || exit 1
        [ -f .gitleaksignore ] && exit 1
        [ -f "$ignore/.gitleaksignore" ] && exit 1
        echo 'INF scanned' >&2
        found=$(grep -rnaE 'BEGIN [A-Z ]*PRIVATE KEY-----|ghp_[0-9A-Za-z]{36}' . | grep -av "$allow" | sed 's|^\./||' \
          | grep -avE '^[^:]*(\.png|/node_modules/[^:]*|package-lock\.json|gitleaks\.toml):' \
          | sed -E 's|^([^:]*):([0-9]+):.*|{"ruleId":"github-pat","message":{"text":"x"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"\1"},"region":{"startLine":\2,"snippet":{"text":"REDACTED"}}}}]}|' | paste -sd, -)
        [ -n "$redact" ] || exit 1
        echo "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"gitleaks\"}},\"results\":[$found]}]}" > "$report"
        [ -z "$found" ] || exit "$code"
        """);

    private string Script(string body)
    {
        string path = folder.File("bin/gitleaks");
        Write("bin/gitleaks", $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
