namespace Assay.Evidence.CycloneDx;

/// <summary>A package that a lock file or restore names.</summary>
/// <param name="Ecosystem">By OSV's name, see <see cref="Core.Packages.Ecosystems"/>.</param>
/// <param name="Sha512">Lower-case hex; null where the lock file has none.</param>
/// <param name="Development">Only tests or building use it.</param>
public sealed record BillPackage(string Ecosystem, string Name, string Version, string? Sha512 = null, bool Development = false);
