using Assay.Core.Packages;
using Assay.Evidence;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>
/// <c>dotnet list package --vulnerable</c>, which says the same of a clean project and of a feed without advisories. So it is first asked for a
/// known-vulnerable package, in a project below the repository, where the same NuGet.config files apply.
/// </summary>
internal sealed class DotNetSource(DotNetWork work, StepRun run)
{
    private const string Format = "dotnet-vulnerable";

    private const string Source = "dotnet list package";

    private static readonly KnownVulnerable Known = KnownVulnerable.Of(Ecosystems.NuGet)!;

    internal async Task<Answer> AskAsync(CancellationToken cancellation)
    {
        string folder = Path.Combine(run.Folder, "probe-" + work.Name("vulnerable"));
        try
        {
            string project = PlantProject(folder);
            string log = Path.Combine(run.Folder, work.Name("probe-restore") + ".log");
            CommandOutcome restored = await run.Commands.RunAsync(work.Command("restore", project, "-p:NuGetAudit=false"), work.Folder, log, cancellation).ConfigureAwait(false);
            if (restored.ExitCode != 0)
            {
                return Answer.Unproven(Ecosystems.NuGet, $"dotnet could not restore {Known.Name} {Known.Version}, by which its feeds show that they have advisories");
            }

            var (_, probe) = await ListAsync(project, work.Name("probe"), cancellation).ConfigureAwait(false);
            if (probe.Error is { } unread)
            {
                return Answer.Unproven(Ecosystems.NuGet, $"{Source} gave no report: {unread.What}");
            }

            if (Known.ShownBy(probe.Observations) is not { } shown)
            {
                return Answer.Unproven(Ecosystems.NuGet, Known.NotShownBy(Source));
            }

            return await AskForAllAsync(shown, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<Answer> AskForAllAsync(string shown, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();
        var (bytes, report) = await ListAsync(work.EntryFor(extension.Folder), work.Name("vulnerable"), cancellation).ConfigureAwait(false);
        if (report.Error is { } broken)
        {
            return Answer.Unproven(Ecosystems.NuGet, $"{Source} gave no report: {broken.What}");
        }

        await File.WriteAllBytesAsync(Path.Combine(run.Folder, work.Name("vulnerable") + ".json"), bytes, cancellation).ConfigureAwait(false);
        return Answer.Proven(Source, Ecosystems.NuGet, shown);
    }

    private async Task<(byte[], ReadOutcome)> ListAsync(string entry, string name, CancellationToken cancellation)
    {
        string log = Path.Combine(run.Folder, name + ".log");
        await run.Commands.RunAsync(work.Command("list", entry, "package", "--vulnerable", "--include-transitive", "--format", "json", "--output-version", "1"),
            work.Folder, log, cancellation).ConfigureAwait(false);
        return ToolReport.Read(log, Format, cancellation);
    }

    /// <summary>The project takes nothing from the repository but its feeds: what folders below the repository's own say of them is brought along, the nearest deepest.</summary>
    private string PlantProject(string folder)
    {
        var configured = new Stack<string>();
        for (string part = work.Root.Path; part.Length > 0; part = TreePaths.Parent(part)!)
        {
            configured.Push(TreePaths.OnDisk(work.Context.RepositoryRoot, part));
        }

        Directory.CreateDirectory(folder);
        foreach (string found in configured.SelectMany(each => Directory.EnumerateFiles(each).Where(file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase))))
        {
            folder = Directory.CreateDirectory(Path.Combine(folder, "below")).FullName;
            File.Copy(found, Path.Combine(folder, "nuget.config"));
        }

        return Write(folder);
    }

    private static string Write(string folder)
    {
        string path = Path.Combine(folder, "probe.csproj");
        File.WriteAllText(path,
            $"""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{Known.Name}" Version="[{Known.Version}]" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """);
        return path;
    }
}
