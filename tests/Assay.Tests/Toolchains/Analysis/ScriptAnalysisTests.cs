using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Analysis.Scripts;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains.Analysis;

/// <summary>The tool is installed once, from the npm registry, for all tests of this class.</summary>
public sealed class AnalysisCache : IDisposable
{
    private readonly TempFolder folder = new();

    public string Path => folder.Path;

    public void Dispose() => folder.Dispose();
}

public sealed class ScriptAnalysisTests(AnalysisCache cache) : IClassFixture<AnalysisCache>, IDisposable
{
    private const string Weak =
        """
        /* eslint-disable */
        import { exec } from "node:child_process";
        import { createHash, createCipheriv } from "node:crypto";
        export function weak(db, name, element, res) {
          // eslint-disable-next-line
          db.query("select id from people where name = '" + name + "'"); // eslint-disable-line assay/sql-string
          db.query(`select id from people where name = ${name}`);
          exec("ls " + name);
          eval(name);
          element.innerHTML = name;
          res.send("<b>" + name + "</b>");
          createHash("md5").update(name);
          createCipheriv("des-ede3-cbc", name, name);
          new Agent({ rejectUnauthorized: false });
        }

        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Catches TypeScript with markup that is read as JavaScript, where type arguments are mistakes.</summary>
    [Theory]
    [InlineData("graph.tsx", "const seen = new Set<string>();\nexport const show = <T,>(all: T[]) => <p>{all.length}{seen.size}</p>;\neval(String(seen));\n")]
    [InlineData("graph.vue", "<script setup lang=\"tsx\">\nconst seen = new Set<string>(); export const show = () => <p>{seen.size}</p>;\neval(String(seen));\n</script>\n")]
    public async Task Type_arguments_and_markup_stand_together_in_tsx(string file, string text)
    {
        Write(file, text);
        var (result, found) = await Run(file);
        Assert.Empty(result.Problems);
        Assert.Contains(found, finding => finding.Line == 3);
    }

    [Theory]
    [InlineData("weak.js")]
    [InlineData("weak.mjs")]
    [InlineData("weak.ts")]
    [InlineData("weak.tsx")]
    [InlineData("node_modules/tracked/weak.js")]
    public async Task Each_weakness_is_found_whatever_comments_and_configuration_say(string file)
    {
        Write(file, Weak);
        Write("eslint.config.js", "export default [{ ignores: ['**/*'] }];\n");
        Write(".eslintignore", "**/*\n");

        var (result, found) = await Run(file);

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        var high = found.Where(each => each.SecuritySeverity >= SecurityRules.High).Select(each => (each.Line, each.Rule)).ToHashSet();
        Assert.Superset(new HashSet<(int?, string)>
        {
            (6, "assay/sql-string"), (7, "assay/sql-string"), // parameterised queries
            (8, "assay/command-string"), (9, "assay/eval"), // input sanitisation
            (10, "no-unsanitized/property"), (11, "assay/raw-html"), // output encoding
            (12, "assay/weak-crypto"), (13, "assay/weak-crypto"), (14, "assay/no-certificate-check"), // modern cryptography
        }, high);
        Assert.All(found, each => Assert.Equal(file, each.File));
    }

    [Fact]
    public async Task Safe_code_gives_an_empty_report_of_an_analysis_that_was_probed()
    {
        Write("safe.ts",
            """
            import { createHash } from "node:crypto";
            import { execFile } from "node:child_process";
            export function safe(db: { query(text: string, values: unknown[]): void }, name: string, element: HTMLElement): string {
              db.query("select id from people " + "where name = ?", [name]);
              execFile("ls", [name]);
              element.textContent = name;
              const match = /a(b)/.exec(name + "x");
              return createHash("sha256").update(match?.[1] ?? "").digest("hex");
            }

            """);

        var (result, found) = await Run("safe.ts");

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.DoesNotContain(found, each => each.SecuritySeverity >= SecurityRules.High);
    }

    [Fact]
    public async Task Components_of_vue_are_read_script_and_markup()
    {
        Write("Page.vue", "<template>\n  <p v-html=\"text\"></p>\n</template>\n<script lang=\"ts\">\nexport const run = (name: string) => eval(name);\n</script>\n");

        var (_, found) = await Run("Page.vue");

        Assert.Contains((2, "assay/raw-html"), found.Select(each => (each.Line!.Value, each.Rule)));
        Assert.Contains((5, "assay/eval"), found.Select(each => (each.Line!.Value, each.Rule)));
    }

    [Fact]
    public async Task A_script_that_cannot_be_read_is_a_problem_and_not_passed_over()
    {
        Write("broken.js", "function (\n");

        var (result, found) = await Run("broken.js");

        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single(result.Problems).Kind);
        Assert.Contains("broken.js:1", result.Problems[0].What);
        Assert.Empty(found);
    }

    [Fact]
    public async Task An_analysis_that_does_not_find_what_is_planted_is_not_believed()
    {
        Write("safe.js", "export const a = 1;\n");
        string broken = ScriptAnalysisStep.Tool(folder.File("cache")).Folder;
        Directory.CreateDirectory(broken);
        await File.WriteAllTextAsync(Path.Combine(broken, "analyse.mjs"),
            "import { readFileSync, writeFileSync } from 'node:fs'; const files = readFileSync(process.argv[2], 'utf8').split('\\0').length - 1; writeFileSync(process.argv[4], JSON.stringify({ files, results: [], failed: [] }));", Cancellation);

        var (result, _) = await Run(folder.File("cache"), "safe.js");

        Assert.Equal(CollectionErrors.ProbeFailed, Assert.Single(result.Problems).Kind);
        Assert.False(result.Probed);
        Assert.False(File.Exists(folder.File("step/analysis.sarif")));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void Write(string path, string content) => folder.Write("repository/" + path, content);

    private Task<(StepResult Result, ImmutableArray<ToolFinding> Found)> Run(string file) => Run(cache.Path, file);

    private async Task<(StepResult Result, ImmutableArray<ToolFinding> Found)> Run(string tools, string file)
    {
        Step step = ScriptAnalysisStep.Create(folder.File("repository"), [file], tools);
        Directory.CreateDirectory(folder.File("step"));
        StepResult result = await step.Run(new StepRun(folder.File("step"), new CommandRunner(TimeSpan.FromMinutes(5))), Cancellation);
        string report = folder.File("step/analysis.sarif");
        return (result, File.Exists(report) ? [.. EvidenceFile.Read(report, Cancellation).Observations.OfType<ToolFinding>()] : []);
    }
}
