namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string ArchitectureApproved = "architecture.approved";
    public const string ApiOperationsDocumented = "api.operations_documented";
    public const string PublicApiGaps = "docs.public_api_gaps";
    public const string CommentsUnreviewed = "docs.comments_unreviewed";
    public const string ReadmeSections = "docs.readme_sections";
    public const string BrokenLinks = "docs.broken_links";
    public const string ChangelogUpdated = "docs.changelog_updated";
    public const string SessionCommitsLinked = "session.commits_linked";
    public const string SessionUpdated = "session.updated";
}
