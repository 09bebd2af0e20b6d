using System.Text;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Secrets;

namespace Assay.Tests.Toolchains.Secrets;

/// <summary>The scanner is installed once, from the npm registry, for all tests of this class.</summary>
public sealed class ScannerCache : IDisposable
{
    private readonly TempFolder folder = new();

    public string Path => folder.Path;

    public void Dispose() => folder.Dispose();
}

public sealed class SecretsStepTests(ScannerCache cache) : IClassFixture<ScannerCache>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Secrets_are_found_whatever_tries_to_hide_them_and_are_written_nowhere()
    {
        // Put together at run time, so that none stands in these sources.
        string name = string.Join('_', "AWS", "SECRET", "ACCESS", "KEY");
        string value = string.Concat(Enumerable.Repeat("Zq7", 13)) + "x";
        string line = $"{name}=\"{value}\"\n";
        string off = string.Join('-', "secretlint", "disable");
        Write("repository/src/Plain.cs", "// nothing\n" + line);
        Write("repository/src/commented.ts", $"/* {off} */\n{line}");
        Write("repository/node_modules/tracked/index.js", line);
        Write("repository/.secretlintrc.json", "{}\n" + line);
        Write("repository/.secretlintignore", "**/*\n");
        Write("repository/a b#100%.json", line);
        Write("repository/clean.json", "{}\n");
        Directory.CreateDirectory(folder.File("repository/win"));
        await File.WriteAllTextAsync(folder.File("repository/win/Wide.cs"), "\n\n" + line, Encoding.Unicode, Cancellation);
        await File.WriteAllTextAsync(folder.File("repository/big.sql"), string.Concat(Enumerable.Repeat("-- a line of a dump\n", 450_000)) + line, Cancellation);

        StepResult result = await Run(cache.Path);

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Equal(
            [(".secretlintrc.json", 2), ("a b#100%.json", 1), ("big.sql", 450_001), ("node_modules/tracked/index.js", 1), ("src/Plain.cs", 2), ("src/commented.ts", 2), ("win/Wide.cs", 3)],
            Found().OrderBy(place => place.File, StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(folder.File("step")), file => Assert.DoesNotContain(value, File.ReadAllText(file)));
    }

    [Fact]
    public async Task A_component_without_secrets_gives_an_empty_report_of_a_scanner_that_was_probed()
    {
        Write("repository/src/Program.cs", "Console.WriteLine();\n");
        Write("repository/outside.txt", "not of this component\n");

        StepResult result = await Run(cache.Path, "src");

        Assert.Empty(result.Problems);
        Assert.True(result.Probed);
        Assert.Empty(Found());
        Assert.StartsWith("1 files scanned", await File.ReadAllTextAsync(folder.File("step/secrets.log"), Cancellation));
    }

    [Fact]
    public async Task A_scanner_that_does_not_find_what_is_planted_is_not_believed()
    {
        Write("repository/src/Program.cs", "Console.WriteLine();\n");
        string broken = new SecretScanner(folder.File("cache")).Folder;
        Directory.CreateDirectory(broken);
        await File.WriteAllTextAsync(Path.Combine(broken, "scan.mjs"),
            "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[4], JSON.stringify({ runs: [{ results: [] }] }));", Cancellation);

        StepResult result = await Run(folder.File("cache"));

        AssayError problem = Assert.Single(result.Problems);
        Assert.Equal(CollectionErrors.ProbeFailed, problem.Kind);
        Assert.False(result.Probed);
        Assert.False(File.Exists(folder.File("step/secrets.sarif")));
    }

    [Fact]
    public async Task A_scanner_that_breaks_is_a_problem_and_never_an_empty_report()
    {
        Write("repository/src/Program.cs", "Console.WriteLine();\n");
        string broken = new SecretScanner(folder.File("cache")).Folder;
        Directory.CreateDirectory(broken);
        await File.WriteAllTextAsync(Path.Combine(broken, "scan.mjs"), "throw new Error('broken');", Cancellation);

        StepResult result = await Run(folder.File("cache"));

        Assert.Equal(CollectionErrors.ToolFailed, Assert.Single(result.Problems).Kind);
    }

    [Fact]
    public async Task Where_the_scanner_cannot_be_kept_the_error_names_the_place()
    {
        Write("repository/a.txt", "a");
        await File.WriteAllTextAsync(folder.File("cache"), "a file where the folder should be", Cancellation);

        StepResult result = await Run(folder.File("cache"));

        AssayError problem = Assert.Single(result.Problems);
        Assert.Equal(SystemErrors.NotWritable, problem.Kind);
        Assert.Equal(folder.File("cache"), problem.File);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void Write(string path, string content) => folder.Write(path, content);

    private async Task<StepResult> Run(string tools, string component = "")
    {
        string root = folder.File("repository");
        Step step = SecretsStep.Create(root, FolderTree.OnDisk(root), new Component("c", component, null, null, [], "sha256:0"), _ => false, tools);
        Directory.CreateDirectory(folder.File("step"));
        return await step.Run(new StepRun(folder.File("step"), new CommandRunner(TimeSpan.FromMinutes(2))), Cancellation);
    }

    private List<(string File, int Line)> Found() => [.. SarifPlaces.Read(folder.File("step/secrets.sarif"))!];
}
