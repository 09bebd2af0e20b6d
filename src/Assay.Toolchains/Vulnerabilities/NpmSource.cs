using Assay.Core.Components;
using Assay.Core.Packages;
using Assay.Evidence;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Node;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary><c>npm audit</c> over a package-lock.json, after the same registry named a known-vulnerable package.</summary>
internal sealed class NpmSource(string repositoryRoot, ToolchainRoot root, string name, StepRun run)
{
    private const string Format = "npm-audit";

    private const string Source = "npm audit";

    private static readonly KnownVulnerable Known = KnownVulnerable.Of(Ecosystems.Npm)!;

    internal async Task<Answer> AskAsync(CancellationToken cancellation)
    {
        string folder = TreePaths.OnDisk(repositoryRoot, root.Path);
        DirectoryInfo planted = Directory.CreateTempSubdirectory("assay-npm-");
        try
        {
            Plant(folder, planted.FullName);
            var (_, probe) = await AuditAsync(planted.FullName, $"probe-{name}", cancellation).ConfigureAwait(false);
            if (probe.Error is not null)
            {
                return Answer.Unproven(Ecosystems.Npm, $"{Source} got no answer about {Known.Name} {Known.Version}: its registry has no advisories, or cannot be reached");
            }

            if (Known.ShownBy(probe.Observations) is not { } shown)
            {
                return Answer.Unproven(Ecosystems.Npm, Known.NotShownBy(Source));
            }

            var (bytes, report) = await AuditAsync(folder, name, cancellation).ConfigureAwait(false);
            if (report.Error is { } broken)
            {
                return Answer.Unproven(Ecosystems.Npm, $"{Source} gave no report: {broken.What}");
            }

            await File.WriteAllBytesAsync(Path.Combine(run.Folder, name + ".json"), bytes, cancellation).ConfigureAwait(false);
            return Answer.Proven(Source, Ecosystems.Npm, shown);
        }
        finally
        {
            planted.Delete(recursive: true);
        }
    }

    /// <summary>It exits with 1 where it found something and where it failed; what it printed tells which.</summary>
    private async Task<(byte[], ReadOutcome)> AuditAsync(string folder, string logName, CancellationToken cancellation)
    {
        var audit = new CommandLine("npm",
            ["audit", "--json", "--package-lock-only", "--loglevel=silent", "--include=dev", "--include=optional", "--include=peer"], PackageManager.Surroundings);
        string log = Path.Combine(run.Folder, logName + ".log");
        await run.Commands.RunAsync(audit, folder, log, cancellation).ConfigureAwait(false);
        return ToolReport.Read(log, Format, cancellation);
    }

    /// <summary>A project that locks the known-vulnerable package, with the settings of the one that is judged.</summary>
    private static void Plant(string like, string folder)
    {
        string settings = Path.Combine(like, ".npmrc");
        if (File.Exists(settings))
        {
            File.Copy(settings, Path.Combine(folder, ".npmrc"));
        }

        string dependencies = $$"""{ "{{Known.Name}}": "{{Known.Version}}" }""";
        File.WriteAllText(Path.Combine(folder, "package.json"), $$"""{ "name": "probe", "version": "1.0.0", "private": true, "dependencies": {{dependencies}} }""");
        File.WriteAllText(Path.Combine(folder, "package-lock.json"),
            $$"""
            { "name": "probe", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
              "packages": {
                "": { "name": "probe", "version": "1.0.0", "dependencies": {{dependencies}} },
                "node_modules/{{Known.Name}}": { "version": "{{Known.Version}}" } } }
            """);
    }
}
