using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Packages;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>A package that every source of advisories for its ecosystem must know to be vulnerable: by it a source shows that it has advisories at all.</summary>
/// <param name="Ids">Advisories about this version; any of them shows it.</param>
internal sealed record KnownVulnerable(string Ecosystem, string Name, string Version, ImmutableHashSet<string> Ids)
{
    private static readonly ImmutableArray<KnownVulnerable> All =
    [
        new(Ecosystems.NuGet, "Newtonsoft.Json", "12.0.1", ["GHSA-5crp-9r3c-p9vr", "CVE-2024-21907"]),
        new(Ecosystems.Npm, "lodash", "4.17.11", ["GHSA-jf85-cpcp-j695", "CVE-2019-10744", "GHSA-35jh-r3h4-6jhm", "CVE-2021-23337"]),
        new(Ecosystems.PyPI, "urllib3", "1.24", ["GHSA-mh33-7rrq-662w", "CVE-2019-11324", "GHSA-r64q-w8jr-g9qp", "CVE-2019-11236"]),
    ];

    /// <summary>Null where Assay knows none of the ecosystem: then nothing there proves a source.</summary>
    internal static KnownVulnerable? Of(string ecosystem) => All.FirstOrDefault(known => known.Ecosystem == ecosystem);

    /// <summary>What shows in these findings that the source knows it; null where nothing does.</summary>
    internal string? ShownBy(IEnumerable<Observation> found) =>
        found.OfType<Vulnerability>().Where(each => each.Ecosystem == Ecosystem && Ecosystems.Normal(Ecosystem, each.Package) == Ecosystems.Normal(Ecosystem, Name))
            .SelectMany(each => each.Aliases.Prepend(each.Id)).FirstOrDefault(Ids.Contains) is { } id ? $"{Name} {Version}: {id}" : null;

    /// <summary>Why a source that does not know it is not believed.</summary>
    internal string NotShownBy(string source) =>
        $"{source} called {Name} {Version} clean, which {Ids.Order(StringComparer.Ordinal).Last()} is about: the source has no advisories, or cannot be reached";
}
