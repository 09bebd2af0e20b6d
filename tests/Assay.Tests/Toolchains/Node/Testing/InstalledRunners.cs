using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains.Node.Testing;

/// <summary>Vitest, Jest and Mocha, installed once for all tests of this assembly; null where npm is not there.</summary>
public sealed class InstalledRunners : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    internal string? Packages { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (ProgramFinder.Find("npm", folder.Path) is null) return;
        folder.Write("package.json", """{"private": true, "devDependencies": {"vitest": "3.2.4", "jest": "30.2.0", "mocha": "12.0.3"}}""");
        var install = new CommandLine("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--no-package-lock"]);
        var outcome = await new CommandRunner(TimeSpan.FromMinutes(5)).RunAsync(install, folder.Path, folder.File("install.log"), CancellationToken.None);
        Assert.True(outcome.ExitCode == 0, File.ReadAllText(folder.File("install.log")));
        Packages = folder.File("node_modules");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
