using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Tests.Support;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Node;

namespace Assay.Tests.Toolchains.Node.Trials;

/// <summary>Set-up and builds of one tree after another in one folder; packages come from the folder itself, so that no network is needed.</summary>
public sealed class TrialInstallTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public TrialInstallTests()
    {
        Assert.SkipWhen(ProgramFinder.Find("npm", repository.Root) is null, "npm is not installed");
        repository.Write(".gitignore", "node_modules\ndist\n");
        repository.Write("parts/a/package.json", """{"name": "a", "version": "1.0.0", "main": "a.js"}""").Write("parts/a/a.js", "module.exports = 1;\n");
        repository.Write("test/x.test.js", "const test = require('node:test');\ntest('x', () => {});\n");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Packages_are_installed_again_only_where_a_manifest_or_lock_differs()
    {
        Manifest("");
        Assert.Null((await Run()).Problem);
        repository.Write("node_modules/.seen", "").Write("src.js", "1;\n");

        await Run();
        Assert.True(File.Exists(repository.FullPath("node_modules/a/a.js")));
        Assert.True(Installed() is not null);
        var before = Installed();

        Manifest(""", "description": "another" """);
        await Run();
        Assert.NotEqual(before, Installed());
    }

    [Fact]
    public async Task What_is_installed_goes_when_a_tree_needs_no_package()
    {
        Manifest("");
        await Run();
        repository.Write("package.json", """{"name": "r", "scripts": {"test": "node --test test/"}}""");

        Assert.Null((await Run()).Problem);

        Assert.False(Directory.Exists(repository.FullPath("node_modules")));
    }

    [Fact]
    public async Task A_failed_installation_is_a_problem_of_the_set_up_and_is_tried_again()
    {
        repository.Write("package.json", """{"name": "r", "devDependencies": {"a": "file:./parts/nowhere.tgz"}, "scripts": {"test": "node --test test/"}}""");

        var first = await Run();
        var again = await Run();

        Assert.Equal((StepKind.Restore, CollectionErrors.ToolFailed), (first.Broke!.Value, first.Problem!.Kind));
        Assert.Equal(StepKind.Restore, again.Broke);
    }

    [Fact]
    public async Task Every_tree_is_built_before_its_tests_and_nothing_of_the_other_is_left()
    {
        const string Build = "const fs = require('fs');\nfs.mkdirSync('dist', { recursive: true });\nfs.writeFileSync('dist/NAME.test.js', \"require('node:test')('NAME', () => {});\");\n";
        repository.Write("package.json", """{"name": "r", "scripts": {"build": "node build.js", "test": "npm run build && node --test dist/"}}""");
        repository.Write("build.js", Build.Replace("NAME", "one"));
        Assert.Equal(["one"], (await Run()).Tests.Select(test => test.Name));

        repository.Write("build.js", Build.Replace("NAME", "two"));
        Assert.Equal(["two"], (await Run()).Tests.Select(test => test.Name));

        repository.Write("build.js", "process.exit(3);\n");
        Assert.Equal(StepKind.Build, (await Run()).Broke);
    }

    [Fact]
    public async Task What_installing_builds_from_sources_is_built_for_each_tree()
    {
        const string Prepare = "const fs = require('fs');\nfs.mkdirSync('dist', { recursive: true });\nfs.writeFileSync('dist/made.js', 'module.exports = \"NAME\";');\n";
        repository.Write("package.json", """{"name": "r", "devDependencies": {"a": "file:./parts/a"}, "scripts": {"prepare": "node prepare.js", "test": "node --test test/"}}""");
        repository.Write("prepare.js", Prepare.Replace("NAME", "one"));
        Assert.Null((await Run()).Problem);

        repository.Write("prepare.js", Prepare.Replace("NAME", "two"));
        Assert.Null((await Run()).Problem);

        Assert.Contains("two", File.ReadAllText(repository.FullPath("dist/made.js")));
    }

    private void Manifest(string more) => repository.Write("package.json", $$"""{"name": "r"{{more}}, "devDependencies": {"a": "file:./parts/a"}, "scripts": {"test": "node --test test/"} }""");

    private string? Installed() => File.Exists(repository.FullPath("node_modules/.assay-setup")) ? File.ReadAllText(repository.FullPath("node_modules/.assay-setup")) : null;

    private Task<TrialRun> Run() => TrialRun.InAsync(new NodeToolchain(), repository.Root, new Trial(false, []));
}
