using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Security;

/// <summary>The bill of materials, held against what the manifests of the tree declare.</summary>
internal static class SbomFacts
{
    private const string Remedy = "Let Assay write it from what is locked: assay check. For other toolchains name a CycloneDX bill under evidence: in assay.yaml.";

    /// <summary>What Assay's own step reads; where it found no package of one of these, there is none.</summary>
    private static readonly string[] ReadByAssay = [Ecosystems.NuGet, Ecosystems.Npm, Ecosystems.PyPI];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var packages = Bills(input);
        var declared = DeclaredPackages.Of(input.Head, input.Component);
        if (packages.Count == 0)
        {
            if (declared.AreNone) draft.Empty(FactNames.SbomPackages, "no manifest declares a package");
            else draft.Missing(FactNames.SbomPackages, $"no bill of materials says which packages there are{Declared(declared)}", Remedy);
            return;
        }
        if (packages.Find(package => PackageUrl.Parse(package.Observation.Purl) is not { Version: not null } && string.IsNullOrWhiteSpace(package.Observation.Version)) is { Item: not null } vague)
        {
            draft.Missing(FactNames.SbomPackages, $"the bill of materials names {vague.Observation.Name} without a version", Remedy);
            return;
        }
        if (!packages.Exists(package => PackageUrl.Parse(package.Observation.Purl) is not null))
        {
            draft.Missing(FactNames.SbomPackages, "the bill of materials names no package by a purl", Remedy);
            return;
        }
        var listed = packages.Select(package => PackageUrl.Parse(package.Observation.Purl)).OfType<PackageUrl>().Select(purl => Ecosystems.Of(purl) ?? purl.Type).ToHashSet();
        var own = packages.Exists(package => package.Item.Step == StepKind.Sbom);
        var unlisted = declared.Ecosystems.Where(each => !listed.Contains(each.Key) && !(own && ReadByAssay.Contains(each.Key))).ToList();
        if (unlisted.Count > 0)
        {
            draft.Missing(FactNames.SbomPackages, $"{unlisted[0].Value} declares packages of {unlisted[0].Key}, and the bill of materials has none", Remedy);
            return;
        }
        var names = packages.Select(package => PackageUrl.Parse(package.Observation.Purl)).OfType<PackageUrl>()
            .Select(purl => (Ecosystem: Ecosystems.Of(purl) ?? purl.Type, purl.Name)).Select(each => (each.Ecosystem, Ecosystems.Normal(each.Ecosystem, each.Name))).ToHashSet();
        if (declared.Named.FirstOrDefault(package => !names.Contains((package.Ecosystem, Ecosystems.Normal(package.Ecosystem, package.Name)))) is { } left)
        {
            draft.Missing(FactNames.SbomPackages, $"{left.File} declares {left.Name}, and the bill of materials does not list it", Remedy);
            return;
        }
        var count = packages.Select(package => package.Observation.Purl ?? $"{package.Observation.Name}@{package.Observation.Version}").Distinct().Count();
        draft.Measured(FactNames.SbomPackages, Quantity.Count(count), packages.Select(package => package.Item.Digest));
    }

    /// <summary>Packages of the bills that are bound to content; of asserted bills only where there is no other.</summary>
    public static List<(Package Observation, EvidenceItem Item)> Bills(MeasureInput input)
    {
        var all = input.All<Package>().ToList();
        var bound = all.Where(package => package.Item.Trust != Trust.Asserted).ToList();
        return bound.Count > 0 ? bound : all;
    }

    private static string Declared(DeclaredPackages declared) =>
        declared is { Ecosystems.IsEmpty: true, Elsewhere: { } elsewhere } ? $"; {elsewhere} declares some"
        : declared.Ecosystems.IsEmpty ? "; no manifest that Assay knows is there" : $"; {declared.Ecosystems.First().Value} declares some of {declared.Ecosystems.First().Key}";
}
