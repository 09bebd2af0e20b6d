using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Toolchains;
using Assay.Toolchains.Node;

namespace Assay.Tests.Toolchains.Node;

public sealed class NodeDetectionTests
{
    private readonly NodeToolchain node = new();

    [Fact]
    public void Outermost_packages_are_roots_and_workspaces_belong_to_theirs()
    {
        var tree = FolderTree.Of(
            ("web/package.json", """{"workspaces": ["packages/*"]}"""), ("web/packages/a/package.json", "{}"), ("web/node_modules/x/package.json", "{}"),
            ("tool/package.json", "{}"), ("tests/fixtures/broken/package.json", "{}"), ("src/Program.cs", ""));

        Assert.Equal([new("node", "tool", "tool/package.json"), new("node", "web", "web/package.json")], node.Detect(tree, ""));
        Assert.Equal([new("node", "web", "web/package.json")], node.Detect(tree, "web"));
        Assert.Equal([new("node", "tests/fixtures/broken", "tests/fixtures/broken/package.json")], node.Detect(tree, "tests/fixtures/broken"));
        Assert.Empty(node.Detect(tree, "src"));
    }

    [Theory]
    [InlineData("""{"bin": "cli.js", "main": "x.js"}""", null, ComponentKind.Tool)]
    [InlineData("""{"exports": "./x.js"}""", null, ComponentKind.Library)]
    [InlineData("""{"dependencies": {"express": "5"}, "scripts": {"start": "node ."}, "private": true, "main": "x.js"}""", null, ComponentKind.Service)]
    [InlineData("""{"dependencies": {"vite": "7"}, "private": true}""", "index.html", ComponentKind.Web)]
    [InlineData("""{"dependencies": {"next": "16"}, "private": true}""", null, ComponentKind.Web)]
    [InlineData("""{"private": true}""", null, null)]
    [InlineData("""[1]""", null, null)]
    [InlineData("""{ cut off""", null, null)]
    public void Kind_follows_from_what_the_package_declares_and_is_open_where_nothing_tells(string manifest, string? beside, ComponentKind? kind)
    {
        var tree = FolderTree.Of(("package.json", manifest), (beside ?? "readme.md", ""));
        Assert.Equal(kind, node.KindOf(tree, new ToolchainRoot("node", "", "package.json")));
    }

    [Theory]
    [InlineData("web/src/a.ts", FileRole.Production)]
    [InlineData("web/src/a.test.ts", FileRole.Test)]
    [InlineData("web/src/a.spec.tsx", FileRole.Test)]
    [InlineData("web/src/__tests__/a.js", FileRole.Test)]
    [InlineData("web/e2e/a.mjs", FileRole.Test)]
    [InlineData("web/dist/a.js", FileRole.Generated)]
    [InlineData("web/src/types.d.ts", FileRole.Generated)]
    [InlineData("web/src/a.min.js", FileRole.Generated)]
    [InlineData("web/vite.config.ts", FileRole.Tooling)]
    [InlineData("web/.eslintrc.cjs", FileRole.Tooling)]
    [InlineData("web/src/a.cs", null)]
    [InlineData("other/src/a.ts", null)]
    [InlineData("web/src/latest.ts", FileRole.Production)]
    public void Role_follows_from_the_names_that_tools_use(string path, FileRole? role) =>
        Assert.Equal(role, node.Roles(FolderTree.Of(), new ToolchainRoot("node", "web", "web/package.json"))(path));

    [Fact]
    public void What_production_code_imports_is_production_whatever_its_name()
    {
        var tree = FolderTree.Of(
            ("src/pay.ts", """
                import { fee } from "./fixtures/fee.js";
                const tax = await import('../build/tax.mjs');
                export * from "./rates.test";
                import type { Rate } from "./rate";
                """),
            ("src/fixtures/fee.ts", "const { round } = require('../__mocks__/round')"), ("src/__mocks__/round.js", ""), ("build/tax.mjs", ""), ("src/rates.test.ts", ""),
            ("src/rate.d.ts", ""), ("src/lib.min.js", new string('a', 600)), ("src/page.js", "import './lib.min.js'"),
            ("src/pay.spec.ts", "import './fixtures/data.js'"), ("src/fixtures/data.js", ""), ("vitest.setup.ts", "import './test/helper'"), ("test/helper.ts", ""));
        var role = node.Roles(tree, new ToolchainRoot("node", "", "package.json"));

        Assert.All(["src/fixtures/fee.ts", "src/__mocks__/round.js", "build/tax.mjs", "src/rates.test.ts"], path => Assert.Equal(FileRole.Production, role(path)));
        Assert.All(["src/pay.spec.ts", "src/fixtures/data.js", "test/helper.ts"], path => Assert.Equal(FileRole.Test, role(path)));
        Assert.All(["src/rate.d.ts", "src/lib.min.js"], path => Assert.Equal(FileRole.Generated, role(path)));
    }

    /// <summary>Catches ways of writing an import that Node follows and a simpler reader does not.</summary>
    [Theory]
    [InlineData("import { a } from '../test/pay.js';")]
    [InlineData("import { a } from '../te%73t/pay.js';")]
    [InlineData("import { a } from '../t\\u0065st/pay.js';")]
    [InlineData("import { a } from '\\x2e\\u{2e}/test/pay.js';")]
    [InlineData("import { a } from /* one * two */ /* three */ '../test/pay.js';")]
    [InlineData("import { a } from // one\n  '../test/pay.js';")]
    [InlineData("import { a } from '../setup.js';")]
    [InlineData("import { a } from '#pay';")]
    [InlineData("import { a } from '#all/pay';")]
    public void What_production_imports_is_production_however_that_is_written(string import)
    {
        var role = node.Roles(FolderTree.Of(
            ("package.json", """{ "imports": { "#pay": "./test/pay.js", "#all/*": { "default": "./test/*.js" }, "#spec/*": "./spec/*.js" } }"""),
            ("src/a.js", import), ("setup.js", "import './test/pay.js'"), ("test/pay.js", ""), ("spec/other.js", "")), new ToolchainRoot("node", "", "package.json"));

        Assert.Equal((FileRole.Production, FileRole.Test), (role("test/pay.js"), role("spec/other.js")));
    }

    [Fact]
    public void A_module_without_an_ending_is_production_where_production_imports_it()
    {
        var role = node.Roles(FolderTree.Of(("package.json", "{}"), ("src/a.js", "import { b } from './bare';"), ("src/bare", "export const b = 1;"), ("LICENSE", "")), new ToolchainRoot("node", "", "package.json"));

        Assert.Equal((FileRole.Production, null), (role("src/bare"), role("LICENSE")));
    }

    [Theory]
    [InlineData("""{ "main": "test/pay.js" }""")]
    [InlineData("""{ "bin": { "pay": "./test/pay.js" } }""")]
    [InlineData("""{ "exports": { ".": { "import": "./test/pay" } } }""")]
    [InlineData("""{ "exports": { "./*": "./test/*.js" } }""")]
    public void What_a_package_gives_to_others_is_production_also_in_a_folder_of_tests(string manifest)
    {
        var role = node.Roles(FolderTree.Of(("package.json", manifest), ("test/pay.js", "import './fee.js'"), ("test/fee.js", ""), ("spec/other.js", "")), new ToolchainRoot("node", "", "package.json"));

        Assert.Equal((FileRole.Production, FileRole.Production, FileRole.Test), (role("test/pay.js"), role("test/fee.js"), role("spec/other.js")));
    }

    /// <summary>Catches tests called production, and so no change ever proven, because a package lets others reach any file of it by path.</summary>
    [Theory]
    [InlineData("""{ "exports": { "./*": "./*" }, "files": ["dist"] }""", FileRole.Test)]
    [InlineData("""{ "exports": { "./*": "./*" }, "files": ["dist", "test/*.js"] }""", FileRole.Production)]
    [InlineData("""{ "exports": { "./*": "./*" }, "files": ["./"] }""", FileRole.Production)]
    [InlineData("""{ "exports": { "./*": "./*" }, "files": ["*", "!test"] }""", FileRole.Production)]
    [InlineData("""{ "exports": { "./*": "./*" } }""", FileRole.Production)]
    public void A_pattern_gives_to_others_what_a_release_holds(string manifest, FileRole expected) =>
        Assert.Equal(expected, node.Roles(FolderTree.Of(("package.json", manifest), ("test/pay.js", "")), new ToolchainRoot("node", "", "package.json"))("test/pay.js"));

    [Fact]
    public void Packages_of_a_workspace_are_installed_once_in_its_own_folder_also_for_a_member()
    {
        var tree = FolderTree.Of(("package.json", """{ "workspaces": ["packages/*"] }"""), ("package-lock.json", ""), ("eslint.config.js", ""),
            ("packages/a/package.json", """{ "name": "a", "scripts": { "test": "node --test" } }"""));
        var root = new ToolchainRoot("node", "packages/a", "packages/a/package.json");
        var steps = node.Steps(new StepContext("/r", tree, new Component("a", "packages/a", null, null, [root], ""), root, new Dictionary<string, string>(), TimeSpan.FromMinutes(1)));

        Assert.Equal(["node-install", "node-test", "node-lint"], steps.Select(step => step.Name));
        Assert.Equal("npm ci --include=dev --no-audit --no-fund in ", steps[0].Shared);
    }

    [Theory]
    [InlineData("package-lock.json", "", "npm ci --include=dev --no-audit --no-fund")]
    [InlineData("yarn.lock", "", "yarn install --frozen-lockfile")]
    [InlineData("other.txt", "", "npm install --no-package-lock --include=dev --no-audit --no-fund")]
    public void Packages_are_installed_as_the_lock_file_says(string lockFile, string content, string command)
    {
        var tree = FolderTree.Of(("package.json", """{"dependencies": {"a": "1"}}"""), (lockFile, content));
        Assert.Equal(command, Steps(tree)[0].Title.Replace("npx --yes yarn@1.22.22", "yarn", StringComparison.Ordinal)); // through npx where it is not installed
    }

    [Theory]
    [InlineData("pnpm@10.28.0+sha512.abc", "", "10.28.0")]
    [InlineData("pnpm@1 && rm -rf /", "lockfileVersion: '6.0'", "8.15.9")]
    [InlineData(null, "lockfileVersion: 5.4", "7.33.7")]
    [InlineData("npm@11", "lockfileVersion: '9.0'", "10.28.0")]
    public void Pnpm_runs_in_the_version_that_the_project_names_or_that_writes_its_lock_file(string? named, string lockFile, string version) =>
        Assert.Equal(version, PackageManager.PnpmVersion(named, System.Text.Encoding.UTF8.GetBytes(lockFile)));

    [Theory]
    [InlineData("yarn@1.22.19+sha512.abc", "", "yarn@1.22.19")]
    [InlineData("yarn@4.5.0", "", "@yarnpkg/cli-dist@4.5.0")]
    [InlineData("yarn@4 && rm -rf /", "# yarn lockfile v1\n", "yarn@1.22.22")]
    [InlineData(null, "# yarn lockfile v1\n", "yarn@1.22.22")]
    [InlineData(null, "# by yarn\n\n__metadata:\n  version: 6\n", "@yarnpkg/cli-dist@3.8.6")]
    [InlineData(null, "# by yarn\n\n__metadata:\n  version: 8\n", "@yarnpkg/cli-dist@4.9.2")]
    public void Yarn_comes_from_the_package_that_the_project_names_or_that_writes_its_lock_file(string? named, string lockFile, string package) =>
        Assert.Equal(package, PackageManager.YarnPackage(named, System.Text.Encoding.UTF8.GetBytes(lockFile)));

    [Fact]
    public void Without_any_dependency_nothing_is_installed_and_without_tools_nothing_is_run() =>
        Assert.Empty(Steps(FolderTree.Of(("package.json", """{"scripts": {"test": "echo \"Error: no test specified\" && exit 1"}}"""))));

    [Fact]
    public void What_is_configured_replaces_what_is_detected_and_runs_once()
    {
        var tree = FolderTree.Of(
            ("a/package.json", """{"scripts": {"test": "vitest"}, "devDependencies": {"vitest": "4"}}"""), ("a/tsconfig.json", "{}"), ("a/package-lock.json", ""),
            ("b/package.json", """{"scripts": {"test": "vitest"}}"""));

        Assert.Equal(["node-install-a", "node-test-a", "node-types-a"], Steps(tree).Select(step => step.Name));
        Assert.Equal(["node-test-b"], Steps(tree, root: 1).Select(step => step.Name));
        var commands = new Dictionary<string, string> { ["test"] = "make test" };
        Assert.Equal([("node-install-a", 0), ("node-test-a", 1), ("node-types-a", 0)], Steps(tree, commands).Select(step => (step.Name, step.Title == "make test" ? 1 : 0)));
        Assert.Empty(Steps(tree, commands, root: 1));
    }

    [Fact]
    public void A_package_json_that_cannot_be_read_is_a_step_that_fails_and_not_the_absence_of_steps()
    {
        Step step = Assert.Single(Steps(FolderTree.Of(("package.json", "{ cut off"))));
        Assert.Equal("read package.json", step.Title);
    }

    [Fact]
    public void Every_project_that_tsconfig_refers_to_is_checked()
    {
        var tree = FolderTree.Of(
            ("web/tsconfig.json", """{ /* solution */ "files": [], "references": [{ "path": "./app" }, { "path": "./tsconfig.node.json" }, { "path": "../../outside" },], }"""),
            ("web/app/tsconfig.json", """{ "references": [{ "path": ".." }] }"""), ("web/tsconfig.node.json", "{}"));

        Assert.Equal(["web/tsconfig.json", "web/app/tsconfig.json", "web/tsconfig.node.json"],
            NodeTypesStep.Projects(tree, new NodePackage("web", NodeManifest.Read("{}"u8.ToArray())!)));
    }

    private IReadOnlyList<Step> Steps(FolderTree tree, Dictionary<string, string>? commands = null, int root = 0)
    {
        ImmutableArray<ToolchainRoot> roots = node.Detect(tree, "");
        var component = new Component("c", "", null, null, roots, "sha256:0");
        return node.Steps(new StepContext("/r", tree, component, roots[root], commands ?? [], TimeSpan.FromMinutes(1)));
    }
}
