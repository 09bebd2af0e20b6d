using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Commands;

/// <summary>What <c>./pack</c> writes, installed as a user would and tried on a small repository.</summary>
public sealed class PackagesTests : IDisposable
{
    private static readonly string Packages = Path.Combine(AssayProcess.RepositoryRoot, "out", "packages");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-e2e-packages-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Catches packages that cannot be installed, an executable that does not run elsewhere, and a checksum or bill that is not that of the archive.</summary>
    [Fact]
    [Trait("Tier", "long")]
    public void The_archive_and_the_tool_are_installed_and_judge()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./pack is a shell script");
        Assert.SkipWhen(Shell.Run("gcc", "--version") == -1 && Shell.Run("clang", "--version") == -1, "no C compiler links the native executable here");
        Run(AssayProcess.RepositoryRoot, Path.Combine(AssayProcess.RepositoryRoot, "pack"));

        foreach (var line in File.ReadAllLines(Path.Combine(Packages, "SHA256SUMS")))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Packages, line[66..])))));

        var archive = Assert.Single(Directory.GetFiles(Packages, "assay-*.tar.gz"));
        Run(folder.FullName, "tar", "-xzf", archive);
        var unpacked = Path.Combine(folder.FullName, Path.GetFileName(archive)[..^".tar.gz".Length]);
        Assert.Equal(["LICENSE", "README.md", "assay", "sbom.cdx.json"], Directory.GetFiles(unpacked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(unpacked, "sbom.cdx.json")));
        Assert.Contains("System.CommandLine", bill.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()));
        Judges(Path.Combine(unpacked, "assay"));

        var tools = Path.Combine(folder.FullName, "tools");
        Run(folder.FullName, "dotnet", "tool", "install", "Assay.Tool", "--tool-path", tools, "--source", Packages);
        Judges(Path.Combine(tools, "assay"));
        Assert.Empty(Directory.GetFiles(tools, "assay.dll", SearchOption.AllDirectories));
    }

    private static void Judges(string executable)
    {
        using var repository = NodeProject.Create();
        var (exit, output) = Start(repository.Root, executable, "check", "--profile", "lightweight");
        // The adder has neither a type checker nor a linter; its tests and its secrets are what can be shown.
        Assert.True(exit == 1 && output.StartsWith("BLOCKED  ", StringComparison.Ordinal), $"exit {exit}\n{output}");
        Assert.Contains("  tdd_compliance, security_standards   pass\n", output, StringComparison.Ordinal);
    }

    private static void Run(string place, string program, params string[] arguments)
    {
        var (exit, output) = Start(place, program, arguments);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)} ended with {exit}\n{output}");
    }

    private static (int Exit, string Output) Start(string place, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true };
        // A package of an earlier build must not be taken from the cache of the machine.
        if (arguments is ["tool", ..]) start.Environment["NUGET_PACKAGES"] = Path.Combine(place, "nuget");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
