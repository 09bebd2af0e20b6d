using System.Collections.Immutable;
using Assay.Output.GitHub;
using Assay.Output.GitLab;
using Assay.Output.Html;
using Assay.Output.Json;
using Assay.Output.JUnit;
using Assay.Output.Markdown;
using Assay.Output.Sarif;
using Assay.Output.Text;

namespace Assay.Output;

/// <summary>The formats that a verdict can be written in.</summary>
public static class VerdictFormats
{
    /// <summary>All of them, the default first.</summary>
    public static ImmutableArray<IVerdictFormat> All { get; } = [new TextFormat(), new JsonFormat(), new MarkdownFormat(), new SarifFormat(), new JUnitFormat(), new HtmlFormat(), new GitHubFormat(), new GitLabFormat()];

    /// <summary>The format with this name; null where there is none.</summary>
    public static IVerdictFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
