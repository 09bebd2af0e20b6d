using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Toolchains.Components;

namespace Assay.Tests.Toolchains.Components;

/// <summary>Which components are seen where nothing is declared. Where borders cannot be told, the path is one: that is never laxer.</summary>
public sealed class DetectionTests
{
    private const string Code = "export const a = 1;\n";

    [Theory]
    [InlineData("package.json|src/a.js")]
    [InlineData("web/package.json|web/src/a.js|tools/run.py")]
    [InlineData("app.slnx=App/App.csproj|App/App.csproj|App/A.cs|package.json|src/a.js")]
    [InlineData("src/all.slnx=App/App.csproj|src/App/App.csproj|src/App/A.cs|tools/T/T.csproj|tools/T/T.cs")]
    [InlineData("App/App.csproj|App/A.cs|Tests/Tests.csproj|Tests/T.cs")]
    [InlineData("run.sh|lib/a.py")]
    public void What_holds_at_most_one_independent_root_is_one_component_named_as_the_repository(string files) =>
        Assert.Equal([("shop", "")], Found(files));

    [Fact]
    public void Two_solutions_in_different_folders_are_two_components() =>
        Assert.Equal([("a", "a"), ("b", "b")], Found("a/a.slnx=A/A.csproj|a/A/A.csproj|a/A/A.cs|b/b.slnx=B/B.csproj|b/B/B.csproj|b/B/B.cs|README.md|global.json"));

    [Fact]
    public void What_is_left_over_is_one_more_where_it_holds_production_code() =>
        Assert.Equal([("shop", ""), ("services-a", "services/a"), ("services-b", "services/b")],
            Found("services/a/package.json|services/a/src/a.js|services/b/package.json|services/b/src/b.js|tools/deploy.py"));

    [Fact]
    public void A_package_within_another_without_a_workspace_stands_alone() =>
        Assert.Equal([("shop", ""), ("plugins-x", "plugins/x")], Found("package.json|src/a.js|plugins/x/package.json|plugins/x/src/x.js"));

    [Theory]
    [InlineData("""{ "workspaces": ["packages/*"] }""", null)]
    [InlineData("""{ "workspaces": { "packages": ["./packages/*/"] } }""", null)]
    [InlineData("{}", "packages:\n  # all\n  - 'packages/*'\n  - \"!packages/none\"\n")]
    public void Members_of_a_workspace_are_one_each_and_its_root_only_holds_what_they_share(string root, string? pnpm)
    {
        var tree = FolderTree.Of([
            ("package.json", root), ("package-lock.json", "{}"), ("eslint.config.js", Code), ("packages/a/package.json", """{ "name": "a" }"""), ("packages/a/src/a.js", Code),
            ("packages/b/package.json", """{ "name": "b" }"""), ("packages/b/src/b.js", Code), .. pnpm is null ? [] : new[] { ("pnpm-workspace.yaml", pnpm) }]);

        Assert.Equal([("packages-a", "packages/a"), ("packages-b", "packages/b")], Found(tree));
    }

    [Fact]
    public void A_workspace_whose_root_runs_all_tests_at_once_is_one_component() =>
        Assert.Equal([("shop", "")], Found(FolderTree.Of(
            ("package.json", """{ "workspaces": ["packages/*"], "scripts": { "test": "vitest run" }, "devDependencies": { "vitest": "4" } }"""),
            ("packages/a/package.json", """{ "name": "a" }"""), ("packages/a/src/a.js", Code), ("packages/b/package.json", """{ "name": "b" }"""), ("packages/b/src/b.js", Code))));

    /// <summary>Catches a member that is installed by itself, where its workspace: versions mean nothing, because its pattern is folder/**.</summary>
    [Fact]
    public void A_pattern_for_all_below_a_folder_holds_the_folder_too() =>
        Assert.Equal([("shop", "")], Found(FolderTree.Of(
            ("package.json", """{ "scripts": { "test": "vitest run" }, "devDependencies": { "vitest": "4" } }"""), ("pnpm-workspace.yaml", "packages:\n  - \"docs/**\"\n"),
            ("docs/package.json", """{ "name": "docs" }"""), ("docs/index.js", Code), ("src/a.js", Code))));

    [Fact]
    public void A_package_json_that_only_marks_a_folder_is_part_of_the_package_above() =>
        Assert.Equal([("shop", "")], Found(FolderTree.Of(("package.json", """{ "name": "a" }"""), ("src/a.js", Code), ("src/esm/package.json", """{ "type": "module" }"""), ("src/esm/b.js", Code))));

    [Fact]
    public void Python_packages_are_components() =>
        Assert.Equal([("a", "a"), ("b", "b")], Found(FolderTree.Of(("a/pyproject.toml", "[project]\nname = \"a\"\n"), ("a/a.py", "x = 1\n"), ("b/pyproject.toml", "[tool.poetry]\n"), ("b/b.py", "x = 1\n"))));

    [Fact]
    public void Tests_that_stand_beside_what_they_test_leave_the_path_one_component() =>
        Assert.Equal([("shop", "")], Found("a/package.json|a/src/a.js|b/package.json|b/src/b.js|tests/T.test.js|tests/package.json"));

    [Fact]
    public void A_package_of_tests_within_a_component_belongs_to_it() =>
        Assert.Equal([("a", "a"), ("b", "b")], Found("a/package.json|a/src/a.js|a/e2e/package.json|a/e2e/x.js|b/package.json|b/src/b.js"));

    [Fact]
    public void A_solution_that_reaches_out_of_its_folder_leaves_the_path_one_component() =>
        Assert.Equal([("shop", "")], Found("src/a.slnx=../shared/S/S.csproj|shared/S/S.csproj|shared/S/S.cs|web/package.json|web/src/w.js|src/P/P.csproj|src/P/P.cs"));

    [Fact]
    public void A_package_json_beside_a_project_of_the_solution_above_is_no_border() =>
        Assert.Equal([("shop", "")], Found("all.slnx=Web/Web.csproj|Web/Web.csproj|Web/W.cs|Web/package.json|Web/src/site.js"));

    [Fact]
    public void Two_solutions_that_share_a_project_are_two_of_which_one_uses_the_other()
    {
        var found = ComponentFinder.Find(Tree("a/a.slnx=A/A.csproj|a/A/A.csproj|a/A/A.cs|b/b.slnx=B/B.csproj;../a/A/A.csproj|b/B/B.csproj|b/B/B.cs"), "", "shop", Configuration.Default);

        Assert.Equal(["a:", "b:a"], found.Select(each => $"{each.Component.Id}:{string.Join(',', each.Component.DependsOn)}"));
    }

    [Fact]
    public void A_project_that_no_solution_names_is_built_with_the_component_that_it_lies_in() =>
        Assert.Equal(["a/a.slnx", "a/Lost/Lost.csproj"], ComponentFinder.Find(
            Tree("a/a.slnx=A/A.csproj|a/A/A.csproj|a/A/A.cs|a/Lost/Lost.csproj|a/Lost/L.cs|b/b.slnx=B/B.csproj|b/B/B.csproj|b/B/B.cs"), "", "shop", Configuration.Default)[0].Component.Toolchains.Select(root => root.Entry));

    [Fact]
    public void What_a_component_excludes_is_nothing_to_build()
    {
        var settings = ComponentConfiguration.Detected("all", "") with { Exclude = ["samples/**"] };
        var found = ComponentFinder.Find(Tree("all.slnx=A/A.csproj|A/A.csproj|A/A.cs|samples/s.slnx=S.csproj|samples/S.csproj"), "", "shop", new Configuration("assay.yaml", null, [settings], [], Configuration.Default.Bounds));

        Assert.Equal("all.slnx", Assert.Single(Assert.Single(found).Component.Toolchains).Entry);
    }

    [Fact]
    public void Folders_that_give_the_same_name_keep_components_apart() =>
        Assert.Equal([("a-b", "a-b"), ("a-b-2", "a/b")], Found("a-b/package.json|a-b/src/x.js|a/b/package.json|a/b/src/y.js"));

    /// <summary>Whatever the shape of a repository, each file counts once.</summary>
    [Fact]
    public void Every_file_is_in_exactly_one_component_or_in_the_rest()
    {
        var random = new Random(7);
        string[] names = ["a", "b", "src", "test", "packages", "x"];
        string[] files = ["package.json", "all.slnx", "P.csproj", "a.js", "b.cs", "c.py", "pyproject.toml", "README.md", "a.test.js", "pnpm-workspace.yaml"];
        for (var round = 0; round < 300; round++)
        {
            var paths = Enumerable.Range(0, random.Next(1, 40)).Select(_ => string.Join('/', Enumerable.Range(0, random.Next(0, 4)).Select(_ => names[random.Next(names.Length)]).Append(files[random.Next(files.Length)]))).Distinct();
            var tree = FolderTree.Of([.. paths.Select(path => (path, path.EndsWith(".json", StringComparison.Ordinal) ? """{ "name": "n", "workspaces": ["*"] }""" : path.EndsWith(".toml", StringComparison.Ordinal) ? "[project]" : path.EndsWith(".slnx", StringComparison.Ordinal) ? """<Solution><Project Path="P.csproj"/><Project Path="../P.csproj"/></Solution>""" : "text"))]);
            var components = ComponentFinder.Find(tree, "", "shop", Configuration.Default);
            var territory = new Territory(tree, components.Select(found => found.Component.Path));

            Assert.Equal(tree.Files.Select(file => file.Path), components.SelectMany(found => territory.Of(found.Component.Path).Files).Concat(territory.Rest).Select(file => file.Path).Order(StringComparer.Ordinal));
            Assert.All(tree.Files, file => Assert.True(components.Count(found => found.Component.Contains(file.Path)) == (territory.Rest.Contains(file) ? 0 : 1), file.Path));
            Assert.DoesNotContain(territory.Rest, file => Inventory.IsSource(file.Path) && !file.Path.Contains("test", StringComparison.Ordinal));
            Assert.Equal(components.Length, components.Select(found => found.Component.Id).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("b/B.csproj", """<Project><ItemGroup><ProjectReference Include="..\a\A.csproj" /></ItemGroup></Project>""")]
    [InlineData("b/B.csproj", """<Project><ItemGroup><ProjectReference Include="$(Root)A.csproj" /></ItemGroup></Project>""")]
    [InlineData("b/B.csproj", """<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)../a/Shared.cs" /></ItemGroup></Project>""")]
    [InlineData("b/B.csproj", """<Project><Import Project="../a/shared.props" /></Project>""")]
    [InlineData("b/package.json", """{ "name": "b", "dependencies": { "@shop/a": "workspace:*" } }""")]
    [InlineData("b/package.json", """{ "name": "b", "devDependencies": { "@shop/a": "^1.0.0" } }""")]
    [InlineData("b/package.json", """{ "name": "b", "dependencies": { "any": "file:../a" } }""")]
    [InlineData("b/src/y.js", "import { a } from \"../../a/src/x.js\";\n")]
    [InlineData("b/tsconfig.json", """{ "extends": "../a/tsconfig.json" }""")]
    [InlineData("b/pyproject.toml", "a = { path = \"../a\" }\n")]
    [InlineData("Directory.Build.props", """<Project><ItemGroup><ProjectReference Include="$(MSBuildThisFileDirectory)a/A.csproj" /></ItemGroup></Project>""")]
    public void A_file_that_refers_to_another_component_makes_its_own_depend_on_it(string file, string text)
    {
        var tree = FolderTree.Of([("a/package.json", """{ "name": "@shop/a" }"""), ("a/src/x.js", Code), ("a/A.csproj", "<Project/>"), .. file == "b/package.json" ? [] : new[] { ("b/package.json", """{ "name": "b" }""") }, ("b/src/z.js", Code), (file, text)]);
        var found = Declared(tree, "a", "b");

        Assert.Equal(["a"], found.Single(each => each.Component.Id == "b").Component.DependsOn);
    }

    [Fact]
    public void What_a_component_refers_to_within_itself_or_outside_of_all_is_no_dependency() =>
        Assert.All(Declared(FolderTree.Of(("a/src/x.js", "import '../lib/y.js'; import '../../other/z.js'; import '../../../../up.js';"), ("a/lib/y.js", Code), ("b/src/x.js", Code)), "a", "b"),
            found => Assert.Empty(found.Component.DependsOn));

    [Fact]
    public void A_component_that_holds_another_depends_on_it_where_it_refers_to_it() =>
        Assert.Equal(["b"], Declared(FolderTree.Of(("src/x.js", "import '../plugins/b/y.js';"), ("plugins/b/y.js", Code)), "", "plugins/b").Single(found => found.Component.Path == "").Component.DependsOn);

    [Fact]
    public void Where_no_file_is_left_for_a_declared_component_that_is_said() =>
        Assert.Equal(ConfigurationErrors.NoComponent, Assert.Single(Assert.Throws<AssayException>(() => Declared(FolderTree.Of(("a/x.js", Code)), "a", "b")).Errors).Kind);

    private static ImmutableArray<FoundComponent> Declared(IFileTree tree, params string[] paths) => ComponentFinder.Find(tree, "", "shop",
        new Configuration("assay.yaml", null, [.. paths.Select(path => ComponentConfiguration.Detected(path.Length == 0 ? "all" : path.Split('/')[^1], path))], [], Configuration.Default.Bounds));

    private static IEnumerable<(string, string)> Found(string files) => Found(Tree(files));

    private static IEnumerable<(string, string)> Found(IFileTree tree) => ComponentFinder.Find(tree, "", "shop", Configuration.Default).Select(found => (found.Component.Id, found.Component.Path));

    /// <summary>Files by path, a solution with the projects that it names; each of the others has what its kind needs.</summary>
    private static FolderTree Tree(string files) => FolderTree.Of([.. files.Split('|').Select(file => file.Split('=') switch
    {
        [var solution, var projects] => (solution, $"<Solution>{string.Concat(projects.Split(';').Select(project => $"<Project Path=\"{project}\" />"))}</Solution>"),
        [var path, ..] => (path, path.EndsWith("package.json", StringComparison.Ordinal) ? $$"""{ "name": "{{path.Replace('/', '-')}}" }""" : path.EndsWith("csproj", StringComparison.Ordinal) ? "<Project Sdk=\"Microsoft.NET.Sdk\" />" : Code),
        _ => default,
    })]);
}
