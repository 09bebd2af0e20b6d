using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.JSDoc;

namespace Assay.Tests.Toolchains.JSDoc;

public sealed class JSDocStepTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gaps_in_what_is_exported_are_found_and_comments_that_switch_rules_off_are_not_heard()
    {
        _folder.Write("repository/src/add.ts", """
            /* eslint-disable */
            export function add(a: number, b: number): number { return a + b; }
            /**
             * Subtracts.
             * @param x the first
             * @param b the second
             */
            export const sub = (a: number, b: number) => a - b;
            /** Own affair. */
            function inner(a: number) { return a; }
            /** */
            export interface Shape { area: number }
            /** Says what it is. */
            export class Circle { /** Its area. */ area() { return inner(1); } }
            """);
        _folder.Write("repository/lib/old.cjs", "module.exports = { run() {} };\n");
        _folder.Write("repository/lib/app.js", "import express from 'express';\nexpress().get('/a', (request, response) => response.json({}));\n");

        StepResult result = await Run(["src/add.ts", "lib/old.cjs", "lib/app.js"]);

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Equal([("lib/old.cjs", 1, "jsdoc/require-jsdoc"), ("src/add.ts", 2, "jsdoc/require-jsdoc"), ("src/add.ts", 5, "jsdoc/check-param-names"), ("src/add.ts", 11, "empty")],
            Seen().OfType<ToolFinding>().Where(finding => finding.Category == FindingCategory.Documentation).Select(finding => (finding.File!, finding.Line!.Value, finding.Rule))
                .Where(finding => finding.Rule != "jsdoc/require-param").OrderBy(finding => finding.Item1, StringComparer.Ordinal).ThenBy(finding => finding.Item2));
    }

    [Fact]
    public async Task A_file_that_does_not_parse_was_not_looked_at()
    {
        _folder.Write("repository/a.ts", "export function {{{\n");
        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single((await Run(["a.ts"])).Problems).Kind);
    }

    [Fact]
    public async Task Without_npm_the_step_says_so()
    {
        _folder.Write("repository/a.js", "export const a = 1;\n");
        Assert.Equal(CollectionErrors.ToolMissing, Assert.Single((await Run(["a.js"], _folder.File("cache"), "no-such-npm")).Problems).Kind);
    }

    [Fact]
    public void Without_such_files_there_is_no_step() => Assert.Null(JSDocStep.Create(_folder.Path, ["a.cs"]));

    private async Task<StepResult> Run(string[] files, string? cache = null, string npm = "npm")
    {
        Directory.CreateDirectory(_folder.File("step"));
        Step step = JSDocStep.Create(_folder.File("repository"), files, cache ?? _folder.File("cache"), npm)!;
        return await step.Run(new StepRun(_folder.File("step"), new CommandRunner(TimeSpan.FromMinutes(5))), TestContext.Current.CancellationToken);
    }

    private IEnumerable<Observation> Seen() => EvidenceFile.Read(_folder.File("step/docs.sarif"), TestContext.Current.CancellationToken).Observations;
}
