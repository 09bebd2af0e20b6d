using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Assay.Core.Observations;

namespace Assay.Toolchains.Node.Testing;

/// <summary>Brings what a runner reported into one form that is the same in every folder: files relative to the repository, no path of this machine.</summary>
internal sealed partial class TestReport(string repositoryRoot, NodePackage package)
{
    private const string NotLoaded = "● Test suite failed to run";

    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>Writes <c>junit.xml</c>; false where the runner left no report that can be read.</summary>
    /// <param name="json">Where Jest, and the reporters of Assay, leave theirs; Vitest's lies where the result will.</param>
    /// <param name="only">Where tests were picked by title, those that a runner lists as left out are none.</param>
    internal bool Write(TestRunner runner, string junit, string json, ImmutableArray<TestCase> only)
    {
        if ((runner == TestRunner.Vitest ? Vitest(junit) : File.Exists(json) ? JestReport.Read(File.ReadAllBytes(json), repositoryRoot) : null) is not { } files) return false;
        using FileStream to = File.Create(junit);
        JestReport.Write([.. files.Select(file => (file.File, Cases: Cases(file.File, file.Cases, only))).Where(file => !file.Cases.IsEmpty)], to);
        return true;
    }

    /// <summary>Names in LCOV are relative to the package, which its reader is not told; here they become whole.</summary>
    internal void Coverage(string evidence)
    {
        foreach (string lcov in Directory.EnumerateFiles(evidence, "*.info", SearchOption.AllDirectories))
        {
            File.WriteAllLines(lcov, File.ReadAllLines(lcov).Select(line => line.StartsWith("SF:", StringComparison.Ordinal) ? "SF:" + TreePaths.OnDisk(repositoryRoot, Relative(line["SF:".Length..])) : line));
        }
    }

    private ImmutableArray<JestReport.Case> Cases(string file, ImmutableArray<JestReport.Case> cases, ImmutableArray<TestCase> only) =>
        [.. cases.Select(test => test with { Name = Plain(test.Name), Message = Led(Plain(test.Message ?? "")) })
            .Where(test => test.Status is "passed" or "failed" || only.IsEmpty || only.Any(asked => asked.Name == test.Name.Trim() && asked.File == file))];

    private ImmutableArray<(string File, ImmutableArray<JestReport.Case> Cases)>? Vitest(string junit)
    {
        try
        {
            using var file = File.OpenRead(junit);
            using var xml = XmlReader.Create(file, Careful);
            return [.. XDocument.Load(xml).Descendants("testcase").GroupBy(test => (string?)test.Attribute("classname") ?? "")
                .Select(file => (Relative(file.Key), file.Select(test => Case(file.Key, test)).ToImmutableArray()))];
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return null;
        }
    }

    private JestReport.Case Case(string file, XElement test)
    {
        string name = (string?)test.Attribute("name") ?? "";
        XElement? failure = test.Element("failure") ?? test.Element("error");
        return new(name == file ? Relative(file) : name, failure is not null ? "failed" : test.Element("skipped") is null ? "passed" : "pending", failure?.Value.Trim('\n', '\r', ' '));
    }

    /// <summary>With the error itself first: Jest begins with a heading, and Node with the source around the place.</summary>
    private static string Led(string message)
    {
        string text = (message.TrimStart().StartsWith(NotLoaded, StringComparison.Ordinal) ? message.TrimStart()[NotLoaded.Length..] : message).Trim();
        return Names().IsMatch(text.Split('\n')[0]) || Names().Match(text) is not { Success: true } error ? text : $"{error.Value.Trim()}\n{text}";
    }

    private string Relative(string path) => Path.IsPathFullyQualified(path) ? Path.GetRelativePath(repositoryRoot, path).Replace('\\', '/') : TreePaths.Resolve(package.Path, path) ?? path;

    private string Plain(string text) => MachinePaths.Without(text, repositoryRoot);

    [GeneratedRegex(@"^[ \t]*[\w.]*(Error|Exception)\b[^\n:]{0,80}: .*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Names();
}
