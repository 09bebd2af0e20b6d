using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private static ImmutableArray<FactDefinition> Documentation =>
    [
        new(FactNames.ArchitectureApproved, Unit.Boolean, About.State, "An architecture decision record that weighs scale and security, with who approved it and when.", "decisions/*.md"),
        new(FactNames.ApiOperationsDocumented, Unit.Percent, About.State, "API operations with summary, description, examples and error responses.", "OpenAPI 3", Readers),
        new(FactNames.PublicApiGaps, Unit.Count, About.State, "Public members without documentation, or whose documentation names other parameters than the code has.", "the compiler (CS1591, CS1572, CS1573), an ESLint plugin for JSDoc, or ruff", Readers),
        new(FactNames.CommentsUnreviewed, Unit.Count, About.Change, "Changed public members whose comment did not change with them, and which no review has looked at.", "git, sources and reviews", Readers),
        new(FactNames.ReadmeSections, Unit.Percent, About.State, "Sections that a README must have, of all of them.", "README.md", Readers),
        new(FactNames.BrokenLinks, Unit.Count, About.State, "Relative links in Markdown that lead nowhere.", "Markdown files", Readers),
        new(FactNames.ChangelogUpdated, Unit.Boolean, About.Change, "The changelog names the change.", "CHANGELOG.md, and git", Readers),
        new(FactNames.SessionCommitsLinked, Unit.Percent, About.Change, "Commits of the change that name their session in a trailer.", "git"),
        new(FactNames.SessionUpdated, Unit.Boolean, About.Change, "The session names this change and its decisions.", "the session's record", Records),
    ];
}
