using Assay.Core.Packages;

namespace Assay.Evidence.Osv;

/// <summary>How versions of an ecosystem are ordered.</summary>
internal static class OsvVersions
{
    /// <summary>Less than 0, 0 or more; null where either is no version, or the order is not known here.</summary>
    internal static int? Compare(string ecosystem, string type, string left, string right) => (ecosystem, type) switch
    {
        (Ecosystems.PyPI, _) => Compare(PythonVersion.Parse(left), PythonVersion.Parse(right)),
        (Ecosystems.NuGet, _) => Dotted(left, right, ignoreCase: true),
        (Ecosystems.Npm, _) or (_, "SEMVER") => Dotted(left, right, ignoreCase: false),
        _ => null,
    };

    private static int? Dotted(string left, string right, bool ignoreCase) => Compare(DottedVersion.Parse(left, ignoreCase), DottedVersion.Parse(right, ignoreCase));

    private static int? Compare<T>(T? left, T? right)
        where T : class, IComparable<T> => left is null || right is null ? null : left.CompareTo(right);
}
