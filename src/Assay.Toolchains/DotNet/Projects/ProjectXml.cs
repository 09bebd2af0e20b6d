using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Assay.Core.Changes;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>
/// What an MSBuild file says by its text alone. Nothing is evaluated: a statement under a condition counts only where the condition is asked for.
/// </summary>
internal sealed partial class ProjectXml
{
    private readonly XElement root;

    private ProjectXml(XElement root) => this.root = root;

    /// <summary>Null where the file is not there or is no XML.</summary>
    internal static ProjectXml? Read(IFileTree tree, string path)
    {
        if (tree.Read(path) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root is { } root ? new ProjectXml(root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>SDK names, without versions.</summary>
    internal IEnumerable<string> Sdks => root.DescendantsAndSelf()
        .Select(element => element.Attribute("Sdk")?.Value ?? (element.Name.LocalName == "Sdk" ? element.Attribute("Name")?.Value : null))
        .OfType<string>().SelectMany(value => value.Split(';')).Select(sdk => sdk.Split('/')[0].Trim());

    /// <summary>Files that it imports, as far as they are named: relative to its folder.</summary>
    internal IEnumerable<string> Imports => AllImports.Select(import => ThisFolder().Replace(import, "")).Where(import => !IsComputed(import));

    /// <summary>It imports a file by a name that has to be computed, and that is not the one above of the same purpose.</summary>
    internal bool ImportsComputed => AllImports.Any(import => IsComputed(ThisFolder().Replace(import, "")) && !import.Contains("Directory.Build.", StringComparison.OrdinalIgnoreCase));

    /// <summary>Conditions of what makes a project one of tests: packages, and the property that says so.</summary>
    /// <param name="isOfTests">Whether a package is one for tests.</param>
    internal IEnumerable<string> ConditionsOfTests(Func<string, bool> isOfTests) => root.Descendants()
        .Where(element => element.Name.LocalName is "PackageReference" or "GlobalPackageReference" && element.Attribute("Include")?.Value is { } package && (package.Contains("$(", StringComparison.Ordinal) || isOfTests(package))
            || element.Name.LocalName.Equals("IsTestProject", StringComparison.OrdinalIgnoreCase))
        .SelectMany(element => element.AncestorsAndSelf()).Select(each => each.Attribute("Condition")?.Value).OfType<string>().Where(text => text.Trim().Length > 0);

    private IEnumerable<string> AllImports => root.Descendants().Where(element => element.Name.LocalName == "Import" && element.Attribute("Sdk") is null)
        .Select(element => element.Attribute("Project")?.Value).OfType<string>();

    internal bool ImportsFromAbove(string fileName) => root.Descendants()
        .Any(element => element.Name.LocalName == "Import" && element.Attribute("Project")?.Value.Contains(fileName, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The property's last value; null where it is not set. <paramref name="holds"/> decides which statements under a condition count.</summary>
    internal string? Property(string name, Func<string, bool> holds) => root.Descendants()
        .LastOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && Holds(element, holds))?.Value.Trim();

    /// <summary>Packages that are referenced.</summary>
    internal IEnumerable<string> Packages(Func<string, bool> holds) => root.Descendants()
        .Where(element => element.Name.LocalName is "PackageReference" or "GlobalPackageReference" && Holds(element, holds))
        .Select(element => element.Attribute("Include")?.Value).OfType<string>()
        .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Patterns of sources that it compiles besides those in its own folder.</summary>
    internal IEnumerable<string> Compiled => root.Descendants().Where(element => element.Name.LocalName == "Compile")
        .Select(element => element.Attribute("Include")?.Value).OfType<string>()
        .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a condition on the project's name, as shared files use it, holds for this project; any other condition does not.</summary>
    internal static bool HoldsForName(string condition, string projectName)
    {
        Match match = NameCondition().Match(condition);
        string part = match.Groups["part"].Value;
        return match.Success && match.Groups["how"].Value switch
        {
            "EndsWith" => projectName.EndsWith(part, StringComparison.Ordinal),
            "StartsWith" => projectName.StartsWith(part, StringComparison.Ordinal),
            _ => projectName.Contains(part, StringComparison.Ordinal),
        };
    }

    /// <summary>Whether a condition asks for the project's name alone.</summary>
    internal static bool IsOfName(string condition) => NameCondition().IsMatch(condition);

    private static bool IsComputed(string import) => import.Contains("$(", StringComparison.Ordinal) || import.Contains('*', StringComparison.Ordinal);

    [GeneratedRegex(@"^\$\(MSBuildThisFileDirectory\)[/\\]?|^\$\(MSBuildProjectDirectory\)[/\\]?", RegexOptions.IgnoreCase)]
    private static partial Regex ThisFolder();

    private static bool Holds(XElement element, Func<string, bool> holds) => element.AncestorsAndSelf()
        .Select(each => each.Attribute("Condition")?.Value).OfType<string>().Where(text => text.Trim().Length > 0).All(holds);

    [GeneratedRegex(@"^\s*'?\$\(MSBuildProjectName\.(?<how>EndsWith|StartsWith|Contains)\(['""`](?<part>[^'""`]+)['""`]\)\)'?(\s*==\s*'?true'?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NameCondition();
}
