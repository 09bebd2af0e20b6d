using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Assay.Core.Changes;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>The projects that a solution names: <c>.slnx</c> (XML), <c>.sln</c> (text), <c>.slnf</c> (JSON, a choice from another solution).</summary>
internal static partial class SolutionFile
{
    private static readonly string[] Endings = [".slnx", ".sln", ".slnf"];

    /// <summary>How much an ending is preferred where there are several solutions, smallest first; −1 for no solution.</summary>
    internal static int Rank(string path) => Array.FindIndex(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Paths of the projects that it builds, relative to the repository, ordered; empty where the file cannot be read.</summary>
    internal static IReadOnlyList<string> Projects(IFileTree tree, string path)
    {
        if (tree.Read(path) is not { } bytes)
        {
            return [];
        }

        string folder = TreePaths.Folder(path);
        return Rank(path) switch
        {
            0 => Resolve(folder, Slnx(bytes)),
            1 => Resolve(folder, SlnProject().Matches(Encoding.UTF8.GetString(bytes)).Select(match => match.Groups["path"].Value)),
            _ => Slnf(bytes, folder),
        };
    }

    private static IReadOnlyList<string> Resolve(string folder, IEnumerable<string> projects) =>
        [.. projects.Where(ProjectFile.Is).Select(project => TreePaths.Resolve(folder, project)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Slnx(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(reader).Descendants("Project")
                .Where(project => !project.Elements("Build").Any(build => build.Attribute("Solution") is null && build.Attribute("Project")?.Value == "false"))
                .Select(project => project.Attribute("Path")?.Value).OfType<string>()];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Slnf(byte[] bytes, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            JsonElement solution = document.RootElement.GetProperty("solution");
            string? path = TreePaths.Resolve(folder, solution.GetProperty("path").GetString() ?? "");
            return path is null ? [] : Resolve(TreePaths.Folder(path), [.. solution.GetProperty("projects").EnumerateArray().Select(each => each.GetString() ?? "")]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^Project\(""[^""]*""\)\s*=\s*""[^""]*""\s*,\s*""(?<path>[^""]+)""", RegexOptions.Multiline)]
    private static partial Regex SlnProject();
}
