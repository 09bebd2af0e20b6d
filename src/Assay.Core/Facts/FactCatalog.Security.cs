using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string VulnerabilityReports = "dotnet list package --vulnerable, npm audit, or OSV advisories matched against the bill of materials; each source proves itself with a known-vulnerable package";
    private const string AnalysisReports = "SARIF of a security analysis that was shown to find a planted weakness";
    private const string PentestReports = "pentest.yaml with the report that it names, or a scan by ZAP or wapiti";

    private static ImmutableArray<FactDefinition> Security =>
    [
        new(FactNames.SecretsFound, Unit.Count, About.State, "Credentials found by a scanner that was shown to find a planted one.", "secretlint and, where it is on the PATH, gitleaks"),
        new(FactNames.VulnerabilitiesCritical, Unit.Count, About.State, "Critical vulnerabilities of dependencies.", VulnerabilityReports),
        new(FactNames.VulnerabilitiesHigh, Unit.Count, About.State, "High vulnerabilities of dependencies, and those of unknown severity.", VulnerabilityReports),
        new(FactNames.SbomPackages, Unit.Count, About.State, "Packages in the bill of materials of this content.", "CycloneDX, made by Assay from what restore resolved, or by another tool"),
        new(FactNames.AnalysisCritical, Unit.Count, About.State, "Critical findings of security analysis (severity from 9.0).", AnalysisReports),
        new(FactNames.AnalysisHigh, Unit.Count, About.State, "High findings of security analysis (severity from 7.0 to 8.9).", AnalysisReports),
        new(FactNames.PentestAge, Unit.Days, About.State, "Days since the last penetration test.", PentestReports),
        new(FactNames.PentestOpenFindings, Unit.Count, About.State, "Open critical and high findings of the last penetration test.", PentestReports),
        new(FactNames.ThreatModelComplete, Unit.Boolean, About.State, "STRIDE for every element, DREAD for every threat, each mitigated or accepted.", "threat-model.yaml, or a model of OWASP Threat Dragon 2"),
        new(FactNames.NetworkSegmentationDeclared, Unit.Boolean, About.State, "Where card data is in scope, the trust boundaries around it are held by network policies.", "the threat model, and Kubernetes NetworkPolicy files"),
    ];
}
