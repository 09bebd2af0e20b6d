using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Proof.Compiling;
using Assay.Proof.Running;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Compiling.Modules;

public sealed class ModuleRepairTests
{
    private const string NotLoaded = "The requested module '../src/lib.js' does not provide an export named 'brandNew'";

    [Theory]
    [InlineData("src/lib.js", "test/a.test.mjs", "import { old, brandNew as b } from '../src/lib.js';", "export const old = 1;", "export const old = 1;\nexport const brandNew = 2;", "export const old = 1;\nexport const brandNew = undefined;\n")]
    [InlineData("src/lib.ts", "test/a.test.ts", "import type { brandNew } from '../src/lib';", "export const old = 1;\n", "export interface brandNew {}", "export const old = 1;\nexport const brandNew: any = undefined;\nexport type brandNew<_A = any, _B = any, _C = any> = any;\n")]
    [InlineData("src/lib.cjs", "test/a.test.mjs", "import { brandNew } from '../src/lib.cjs';", "module.exports = { old };", "module.exports = { old, brandNew };", "module.exports = { old };\nmodule.exports.brandNew = undefined;\n")]
    [InlineData("src/lib.js", "test/a.test.mjs", "import lib from '../src/lib.js';", "export const old = 1;", "export default 1;", "export const old = 1;\nexport default undefined;\n")]
    [InlineData("src/lib.mjs", "test/a.test.mjs", "const { brandNew } = await import('../src/lib.mjs');", "export {};", "export function brandNew() {}", "export {};\nexport const brandNew = undefined;\n")]
    [InlineData("pkg/mod.py", "tests/test_a.py", "from pkg.mod import (\n    old,\n    brandNew,\n)\n", "old = 1\n", "old = 1\ndef brandNew(): pass\n", "old = 1\nbrandNew = None\n")]
    public void A_module_is_given_the_names_that_only_head_has(string module, string test, string text, string atBase, string atHead, string expected)
    {
        var repair = RedRepair.Of(Failed(test, NotLoaded), new FakeTree((module, atBase), (test, text)), [test], new(["brandNew"], []), new FakeTree((module, atHead), (test, text)))!;

        Assert.Null(repair.Refused);
        Assert.Empty(repair.NotCompiled);
        Assert.Equal(expected, Text(repair, module));
    }

    [Theory]
    [InlineData("src/added.ts", "test/a.test.ts", "import * as added from '../src/added';", "export class A {}\nexport const { b, c: d } = x;\nexport { e as f };\nexport default g;", "A,b,d,default,f")]
    [InlineData("src/added.js", "test/a.test.mjs", "import { a } from '../src/added.js';", "export async function a() {}", "a")]
    [InlineData("pkg/added.py", "tests/test_a.py", "import pkg.added\n", "A = 1\nclass B:\n    c = 2\n", "A,B")]
    [InlineData("pkg/added.py", "tests/test_a.py", "from pkg import added\n", "async def a(): pass\n", "a")]
    public void A_module_that_the_change_adds_is_there_with_all_its_names_undefined(string module, string test, string text, string atHead, string names)
    {
        var repair = RedRepair.Of(Failed(test, "Cannot find module"), new FakeTree((test, text)), [test], new([], [module]), new FakeTree((module, atHead), (test, text)))!;

        var given = Text(repair, module).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("export type", StringComparison.Ordinal))
            .Select(line => line.Replace("export const ", "").Replace("export ", "").Split(' ', ':')[0]);
        Assert.Equal(names.Split(','), given);
    }

    [Theory]
    [InlineData("a name that the change does not introduce", "src/lib.js", "export const old = 1;", "export const brandNew = 1;", "other")]
    [InlineData("a name that head lacks too", "src/lib.js", "export const old = 1;", "export const old = 1;", "brandNew")]
    [InlineData("names that come from a package", "src/lib.js", "export * from 'pkg';", "export const brandNew = 1;", "brandNew")]
    [InlineData("a module that is a test itself", "test/lib.js", "export const old = 1;", "export const brandNew = 1;", "brandNew")]
    public void Where_nothing_can_be_given_and_nothing_ran_it_is_refused(string cause, string module, string atBase, string atHead, string introduced)
    {
        var test = ("test/a.test.mjs", $"import {{ brandNew }} from '../{module}';");

        var repair = RedRepair.Of(Failed(test.Item1, NotLoaded), new FakeTree((module, atBase), test), ["test/a.test.mjs", "test/lib.js"], new([introduced], []), new FakeTree((module, atHead), test));

        Assert.Equal((cause, $"no test could be loaded: {NotLoaded}"), (cause, repair?.Refused));
    }

    [Fact]
    public void A_missing_build_product_is_not_made_up()
    {
        var test = ("test/a.test.mjs", "import { a } from '../dist/index.js';");

        Assert.NotNull(RedRepair.Of(Failed(test.Item1, "Cannot find module '../dist/index.js'"), new FakeTree(test), ["test/a.test.mjs"], new(["a"], ["src/index.js"]), new FakeTree(("src/index.js", "export const a = 1;"), test))!.Refused);
    }

    [Fact]
    public void A_name_is_found_through_the_modules_that_give_it_on()
    {
        var test = ("test/a.test.ts", "import { brandNew } from '../src';");
        var tree = new FakeTree(("src/index.ts", "export * from './parse';"), ("src/parse.ts", "export const old = 1;"), test);
        var head = new FakeTree(("src/index.ts", "export * from './parse';"), ("src/parse.ts", "export const brandNew = 1;"), test);

        Assert.StartsWith("export * from './parse';\nexport const brandNew: any", Text(RedRepair.Of(Failed(test.Item1, NotLoaded), tree, ["test/a.test.ts"], new(["brandNew"], []), head)!, "src/index.ts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test/e.test.ts:5:16 - error TS2339: Property 'brandNew' does not exist on type 'Old'.", true)]
    [InlineData("[96mtest/e.test.ts[0m:[93m5[0m:[93m16[0m - [91merror[0m[90m TS2339: [0mProperty 'brandNew' does not exist on type 'Old'.", true)]
    [InlineData("test/e.test.ts:5:16 - error TS2339: Property 'brandNew' does not exist.\ntest/e.test.ts:6:1 - error TS2593: Cannot find name 'it'.", false)]
    [InlineData("test/e.test.ts:5:16 - error TS1005: ';' expected.", false)]
    public void Types_are_not_checked_in_a_test_of_which_every_error_names_what_the_change_introduces(string said, bool off)
    {
        var test = ("test/e.test.ts", "import * as t from '../src/t';");
        var tree = new FakeTree(("src/t.ts", "export class Old {}"), test);

        var repair = RedRepair.Of(Failed(test.Item1, $"  ● Test suite failed to run\n\n    {said}"), tree, ["test/e.test.ts"], new(["brandNew"], []), tree)!;

        Assert.Equal(off, repair.Refused is null);
        if (off) Assert.StartsWith("// @ts-nocheck\nimport", Text(repair, "test/e.test.ts"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_ended_before_any_test_is_tried_again_only_with_names_to_give()
    {
        var test = ("test/a.test.mjs", "import { brandNew } from '../src/lib.js';");
        var broken = new PhaseRun([], [], new PhaseProblem(new AssayError(CollectionErrors.ToolFailed, "mocha ended with exit code 1."), SetUp: false), [], []);
        var tree = new FakeTree(("src/lib.js", "export const old = 1;"), test);
        var head = new FakeTree(("src/lib.js", "export const brandNew = 1;"), test);

        Assert.NotEmpty(RedRepair.Of(broken, tree, ["test/a.test.mjs"], new(["brandNew"], []), head)!.Edits);
        Assert.Null(RedRepair.Of(broken, tree, ["test/a.test.mjs"], new(["other"], []), head));
        Assert.Null(RedRepair.Of(broken with { Problem = broken.Problem! with { SetUp = true } }, tree, ["test/a.test.mjs"], new(["brandNew"], []), head));
    }

    [Fact]
    public void Tests_that_ran_ask_for_no_repair()
    {
        var tree = new FakeTree(("src/lib.js", "export const old = 1;"), ("test/a.test.mjs", "import { brandNew } from '../src/lib.js';"));

        Assert.Null(RedRepair.Of(Run(new TestCase("t", "g > t", TestOutcome.Failed, Message: "brandNew is not a function")), tree, ["test/a.test.mjs"], new(["brandNew"], []), tree));
    }

    private static PhaseRun Failed(string file, string message) => Run(new TestCase(file, file, TestOutcome.Failed, File: file, Message: message));

    private static PhaseRun Run(params TestCase[] tests) => new([.. tests], [], null, [], []);

    private static string Text(RedRepair repair, string path) => Encoding.UTF8.GetString(repair.Edits[path]);
}
