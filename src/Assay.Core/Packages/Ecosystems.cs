using System.Text;

namespace Assay.Core.Packages;

/// <summary>Where packages come from, by the names that OSV gives (https://ossf.github.io/osv-schema, defined ecosystems).</summary>
public static class Ecosystems
{
    public const string NuGet = "NuGet";
    public const string Npm = "npm";
    public const string PyPI = "PyPI";
    public const string Go = "Go";
    public const string Cargo = "crates.io";
    public const string Maven = "Maven";
    public const string RubyGems = "RubyGems";
    public const string Packagist = "Packagist";

    /// <summary>The ecosystem of a purl; null where advisories know none of its type.</summary>
    public static string? Of(PackageUrl package) => package.Type switch
    {
        "nuget" => NuGet,
        "npm" => Npm,
        "pypi" => PyPI,
        "golang" => Go,
        "cargo" => Cargo,
        "maven" => Maven,
        "gem" => RubyGems,
        "composer" => Packagist,
        _ => null,
    };

    /// <summary>The type that a purl of the ecosystem has.</summary>
    public static string PurlType(string ecosystem) => ecosystem switch
    {
        NuGet => "nuget",
        Npm => "npm",
        PyPI => "pypi",
        Go => "golang",
        Cargo => "cargo",
        Maven => "maven",
        RubyGems => "gem",
        Packagist => "composer",
        _ => "generic",
    };

    /// <summary>The name as it compares: NuGet and Packagist do not tell upper from lower case, PyPI neither that nor runs of <c>-_.</c> (PEP 503).</summary>
    public static string Normal(string ecosystem, string name) => ecosystem switch
    {
        NuGet or Packagist => name.ToLowerInvariant(),
        PyPI => Pep503(name),
        Maven => name.Replace('/', ':'),
        _ => name,
    };

    private static string Pep503(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (c is not ('-' or '_' or '.')) normal.Append(c);
            else if (normal.Length > 0 && normal[^1] != '-') normal.Append('-');
        }
        return normal.ToString().TrimEnd('-');
    }
}
