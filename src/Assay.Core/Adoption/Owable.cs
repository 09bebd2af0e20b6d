using System.Collections.Frozen;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Adoption;

/// <summary>What may be owed at all.</summary>
public static class Owable
{
    /// <summary>What nobody may put off: credentials, critical weaknesses, business logic, and what shows whether there is anything to rely on.</summary>
    private static readonly FrozenSet<string> Never = new[]
    {
        FactNames.SecretsFound, FactNames.VulnerabilitiesCritical, FactNames.AnalysisCritical, FactNames.CoverageCriticalPaths,
        FactNames.TestsRun, FactNames.TestsFailed, FactNames.TestsSkipped, FactNames.TestsPassRate, FactNames.TestRunsMissing,
        FactNames.BuildErrors, FactNames.EvidenceProblems, FactNames.TrackedFilesChanged,
    }.ToFrozenSet();

    /// <summary>Only what is said of what stands and judged before a release can be old; what is said of a change is new.</summary>
    public static bool Is(Criterion criterion) =>
        !Never.Contains(criterion.Fact) && criterion.Phase != Phase.Deployment && FactCatalog.Find(criterion.Fact) is { About: About.State };
}
