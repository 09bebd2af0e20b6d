using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Evidence.VulnerabilityScans;
using Assay.Toolchains.Sbom;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>
/// Asks every source of advisories that is there about the packages of the bill. For each ecosystem one source that proved itself in this run suffices;
/// an ecosystem without any is a problem, never clean.
/// </summary>
internal static class VulnerabilitiesStep
{
    /// <param name="advisories">Folder or zip of OSV advisories, relative to the repository; null where none is named.</param>
    internal static Step Create(Bill bill, string? advisories, TimeProvider time) => new("vulnerabilities", StepKind.Vulnerabilities, "known vulnerabilities of packages",
        (run, cancellation) => RunAsync(bill, advisories, time, run, cancellation));

    private static async Task<StepResult> RunAsync(Bill bill, string? advisories, TimeProvider time, StepRun run, CancellationToken cancellation)
    {
        BillContents contents = await bill.ReadAsync(run, cancellation).ConfigureAwait(false);
        ImmutableArray<AssayError> incomplete = [.. contents.Problems.Take(1).Select(problem => problem with { What = $"Not every package is known: {problem.What}" })];
        ImmutableArray<string> ecosystems = Bill.EcosystemsOf(contents);
        if (ecosystems.IsEmpty)
        {
            return new StepResult("assay: no packages", 0, incomplete);
        }

        var answers = new List<Answer>();
        if (ecosystems.Contains(Ecosystems.NuGet))
        {
            answers.Add(await AllAsync(Ecosystems.NuGet, bill.DotNet.Select(work => new DotNetSource(work, run).AskAsync(cancellation))).ConfigureAwait(false));
        }

        if (ecosystems.Contains(Ecosystems.Npm))
        {
            answers.Add(await AllAsync(Ecosystems.Npm, NpmSources(bill, run).Select(source => source?.AskAsync(cancellation)
                ?? Task.FromResult(Answer.Unproven(Ecosystems.Npm, "npm audit reads no other lock file than package-lock.json")))).ConfigureAwait(false));
        }

        if (advisories is not null)
        {
            answers.AddRange(new OsvSource(bill, advisories, time.GetUtcNow(), run).Ask(contents, cancellation));
        }

        List<VulnerabilityScan> scans = [.. answers.Select(answer => answer.Scan).OfType<VulnerabilityScan>()];
        if (scans.Count > 0)
        {
            using FileStream file = File.Create(Path.Combine(run.Folder, "scans.json"));
            VulnerabilityScansWriter.Write(file, scans);
        }

        IEnumerable<AssayError> dark = ecosystems.Where(ecosystem => !scans.Exists(scan => scan.Ecosystem == ecosystem))
            .Select(ecosystem => Dark(ecosystem, answers.Where(answer => answer.Ecosystem == ecosystem)));
        return new StepResult("assay: advisories about the bill of materials", 0, [.. dark, .. incomplete], Probed: scans.Count > 0);
    }

    /// <summary>One source asked for each root, one after another: it covers the ecosystem where it does so for all.</summary>
    private static async Task<Answer> AllAsync(string ecosystem, IEnumerable<Task<Answer>> roots)
    {
        Answer last = Answer.Unproven(ecosystem, $"no tool here knows of advisories for {ecosystem}");
        foreach (Task<Answer> root in roots)
        {
            last = await root.ConfigureAwait(false);
            if (last.Scan is null)
            {
                return last;
            }
        }

        return last;
    }

    /// <summary>Null for a root that another package manager locks.</summary>
    private static IEnumerable<NpmSource?> NpmSources(Bill bill, StepRun run)
    {
        var files = bill.Tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return bill.Node.Where(root => NodeLock.Read(bill.Tree, root) is not { Packages.IsEmpty: true, Problems.IsEmpty: true })
            .Select((root, at) => NodeLock.NpmNames.Any(name => files.Contains(TreePaths.Join(root.Path, name))) && !files.Contains(TreePaths.Join(root.Path, "pnpm-lock.yaml"))
                ? new NpmSource(bill.RepositoryRoot, root, at == 0 ? "npm-audit" : $"npm-audit-{at + 1}", run) : null);
    }

    private static AssayError Dark(string ecosystem, IEnumerable<Answer> answers)
    {
        string why = string.Join("; ", answers.Select(answer => answer.Problem).OfType<string>().Distinct().DefaultIfEmpty($"no source of advisories for {ecosystem} was named"));
        return new AssayError(CollectionErrors.ProbeFailed, $"Vulnerabilities of {ecosystem} packages are not known: {why}.",
            NextStep: "Run the check where the feeds have advisories, or fetch OSV's zip of the ecosystem and name it under advisories: in assay.yaml.");
    }
}
