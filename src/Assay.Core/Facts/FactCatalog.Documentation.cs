using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private static ImmutableArray<FactDefinition> Documentation =>
    [
        new(FactNames.ArchitectureApproved, Unit.Boolean, About.State, "An architecture decision record that weighs scale and security, with who approved it and when.", "decisions/*.md"),
        new(FactNames.ApiOperationsDocumented, Unit.Percent, About.State, "API operations with summary, description, examples of request, parameters and responses, and an error response.", "OpenAPI 3.0 or 3.1 (openapi.yaml or .json)"),
        new(FactNames.PublicApiGaps, Unit.Count, About.State, "Public members without documentation, or whose documentation names other parameters than the code has.", "the C# compiler (CS1591, CS1570 to CS1573 and kin), ESLint's plugin for JSDoc, or ruff, each shown to find what is planted"),
        new(FactNames.CommentsUnreviewed, Unit.Count, About.Change, "Changed public members whose comment did not change with them, and which no review has looked at.", "git, sources and reviews"),
        new(FactNames.ReadmeSections, Unit.Percent, About.State, "Sections that a README must have, of all of them.", "README.md"),
        new(FactNames.BrokenLinks, Unit.Count, About.State, "Relative links, images and anchors in Markdown that lead nowhere.", "Markdown files"),
        new(FactNames.ChangelogUpdated, Unit.Boolean, About.Change, "The changelog has a new line of text in a change of production files.", "CHANGELOG.md, and git"),
        new(FactNames.SessionCommitsLinked, Unit.Percent, About.Change, "Commits of the change that name their session in a trailer.", "git"),
        new(FactNames.SessionUpdated, Unit.Boolean, About.Change, "The session names this change and its decisions.", "the session's record", Records),
    ];
}
