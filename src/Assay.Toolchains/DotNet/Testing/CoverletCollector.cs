using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>
/// Coverlet's collector for projects that have none: a pinned version, fetched once through NuGet into the user's package folder, whose signature and hash
/// NuGet checks. It honours <c>[ExcludeFromCodeCoverage]</c> and cannot be told otherwise; Assay counts such lines by itself.
/// </summary>
internal static class CoverletCollector
{
    internal const string Package = "coverlet.collector";
    internal const string Version = "8.0.1";

    private const string Project =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
          </PropertyGroup>
          <ItemGroup>
            <PackageDownload Include="{Package}" Version="[{Version}]" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The folder to give as <c>--test-adapter-path</c>, or why it cannot be had.</summary>
    internal static async Task<(string? Folder, AssayError? Error)> FindAsync(
        DotNetWork work, CommandRunner commands, string temporaryFolder, string logPath, CancellationToken cancellation)
    {
        string packages = PackageFolder();
        if (Installed(packages) is { } there)
        {
            return (there, null);
        }

        string folder = Directory.CreateDirectory(Path.Combine(temporaryFolder, "collector")).FullName;
        File.WriteAllText(Path.Combine(folder, "collector.csproj"), Project);
        foreach (string shared in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(folder, shared), "<Project />");
        }

        CommandLine restore = work.Command("restore", "collector.csproj", $"-p:RestorePackagesPath={packages}");
        CommandOutcome outcome = await commands.RunAsync(restore, folder, logPath, cancellation).ConfigureAwait(false);
        return Installed(packages) is { } brought
            ? (brought, null)
            : (null, new AssayError(CollectionErrors.CoverageMissing,
                $"Coverage was not measured: {Package} {Version} could not be had ({MsBuildMessages.FirstError(outcome.LogPath) ?? $"exit code {outcome.ExitCode}"}).",
                NextStep: $"Reference {Package} in the test projects, or run once where NuGet can be reached."));
    }

    private static string PackageFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Null unless NuGet has finished unpacking it, which it marks by <c>.nupkg.metadata</c>.</summary>
    private static string? Installed(string packages)
    {
        string root = Path.Combine(packages, Package, Version);
        string folder = Path.Combine(root, "build", "net8.0");
        return File.Exists(Path.Combine(root, ".nupkg.metadata")) && File.Exists(Path.Combine(folder, "coverlet.collector.dll")) ? folder : null;
    }
}
