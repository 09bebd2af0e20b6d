using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;
using Assay.Evidence.Osv;
using Assay.Evidence.OsvScanner;
using Assay.Toolchains.Sbom;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>The local database of advisories that assay.yaml names, matched against the bill of materials.</summary>
/// <param name="advisories">Relative to the repository.</param>
internal sealed class OsvSource(Bill bill, string advisories, DateTimeOffset now, StepRun run)
{
    /// <summary>Advisories are written every day.</summary>
    private const int MostDays = 30;

    private const string Source = "OSV";

    internal ImmutableArray<Answer> Ask(BillContents contents, CancellationToken cancellation)
    {
        ImmutableArray<string> ecosystems = Bill.EcosystemsOf(contents);
        if (bill.Tree.Files.Any(file => file.Path == advisories || TreePaths.IsBelow(file.Path, advisories)))
        {
            return [.. ecosystems.Select(each => Answer.Unproven(each, $"git tracks {advisories}, so that a change could take advisories out of it: ignore it and fetch it where Assay runs"))];
        }

        HashSet<(string, string)> names = [.. contents.Packages.Select(package => (package.Ecosystem, package.Name))
            .Concat(ecosystems.Select(KnownVulnerable.Of).OfType<KnownVulnerable>().Select(known => (known.Ecosystem, known.Name)))
            .Select(package => (package.Ecosystem, Ecosystems.Normal(package.Ecosystem, package.Name)))];
        OsvSearch search = OsvDatabase.Search(TreePaths.OnDisk(bill.RepositoryRoot, advisories), names, cancellation);
        if (search.Error is { } error)
        {
            return [.. ecosystems.Select(each => Answer.Unproven(each, $"the advisories in {advisories} cannot be used: {error.What}"))];
        }

        ImmutableArray<Answer> answers = [.. ecosystems.Select(each => Judge(each, search))];
        ImmutableHashSet<string> proven = [.. answers.Where(answer => answer.Scan is not null).Select(answer => answer.Ecosystem)];
        if (!proven.IsEmpty)
        {
            using FileStream file = File.Create(Path.Combine(run.Folder, "osv.json"));
            OsvResultsWriter.Write(file, advisories, Concerned(contents.Packages.Where(package => proven.Contains(package.Ecosystem)), search));
        }

        return answers;
    }

    private Answer Judge(string ecosystem, OsvSearch search)
    {
        if (KnownVulnerable.Of(ecosystem) is not { } known)
        {
            return Answer.Unproven(ecosystem, $"Assay knows no package of {ecosystem} by which a source shows that it has advisories");
        }

        IEnumerable<Observation> found = search.Concerning.Select(advisory => OsvMatch.Of(advisory, Source, ecosystem, known.Name, known.Version)).OfType<Observation>();
        if (known.ShownBy(found) is not { } shown)
        {
            return Answer.Unproven(ecosystem, known.NotShownBy($"the database in {advisories}"));
        }

        return search.Newest.TryGetValue(ecosystem, out DateTimeOffset newest) && newest >= now.AddDays(-MostDays) && newest <= now.AddDays(1)
            ? Answer.Proven(Source, ecosystem, shown, newest)
            : Answer.Unproven(ecosystem, newest > now ? $"advisories of {newest:yyyy-MM-dd} are of the future" : $"advisories of {newest:yyyy-MM-dd} are too old");
    }

    private static IEnumerable<(string, string, string, IReadOnlyList<OsvAdvisory>)> Concerned(IEnumerable<BillPackage> packages, OsvSearch search)
    {
        ILookup<(string, string), OsvAdvisory> byName = search.Concerning
            .SelectMany(advisory => advisory.Affected.Select(each => (each.Ecosystem, Ecosystems.Normal(each.Ecosystem, each.Name))).Distinct().Select(name => (name, advisory)))
            .ToLookup(pair => pair.name, pair => pair.advisory);
        return from package in packages.DistinctBy(package => (package.Ecosystem, package.Name, package.Version))
               let concerning = byName[(package.Ecosystem, Ecosystems.Normal(package.Ecosystem, package.Name))]
                   .Where(advisory => OsvMatch.Of(advisory, Source, package.Ecosystem, package.Name, package.Version) is not null).ToList()
               where concerning.Count > 0
               orderby package.Ecosystem, package.Name, package.Version
               select (package.Ecosystem, package.Name, package.Version, (IReadOnlyList<OsvAdvisory>)concerning);
    }
}
