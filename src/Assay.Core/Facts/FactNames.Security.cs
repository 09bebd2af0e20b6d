namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string SecretsFound = "secrets.found";
    public const string VulnerabilitiesCritical = "vulnerabilities.critical";
    public const string VulnerabilitiesHigh = "vulnerabilities.high";
    public const string SbomPackages = "sbom.packages";
    public const string AnalysisCritical = "analysis.critical";
    public const string AnalysisHigh = "analysis.high";
    public const string PentestAge = "pentest.age";
    public const string PentestOpenFindings = "pentest.open_findings";
    public const string ThreatModelComplete = "threat_model.complete";
    public const string NetworkSegmentationDeclared = "network.segmentation_declared";
}
