using System.Collections.Immutable;
using Assay.Evidence.Axe;
using Assay.Evidence.Cobertura;
using Assay.Evidence.CycloneDx;
using Assay.Evidence.DotNetVulnerable;
using Assay.Evidence.Drills;
using Assay.Evidence.GitHubReviews;
using Assay.Evidence.GitleaksJson;
using Assay.Evidence.Hey;
using Assay.Evidence.JUnit;
using Assay.Evidence.K6;
using Assay.Evidence.Lcov;
using Assay.Evidence.Lighthouse;
using Assay.Evidence.LoadRun;
using Assay.Evidence.NetworkPolicy;
using Assay.Evidence.NpmAudit;
using Assay.Evidence.OpenApi;
using Assay.Evidence.OsvScanner;
using Assay.Evidence.OtlpMetrics;
using Assay.Evidence.Pentest;
using Assay.Evidence.PrometheusRules;
using Assay.Evidence.PrometheusText;
using Assay.Evidence.Proofs;
using Assay.Evidence.Requirements;
using Assay.Evidence.Sarif;
using Assay.Evidence.ScanRuns;
using Assay.Evidence.Slo;
using Assay.Evidence.TestRuns;
using Assay.Evidence.ThreatDragon;
using Assay.Evidence.ThreatModel;
using Assay.Evidence.Trx;
using Assay.Evidence.VulnerabilityScans;
using Assay.Evidence.Wapiti;
using Assay.Evidence.Zap;

namespace Assay.Evidence;

/// <summary>Every reader there is, named one by one because the executable has no reflection; a test shows that none is missing.</summary>
public static class EvidenceReaders
{
    /// <summary>All readers, by format.</summary>
    public static ImmutableArray<IEvidenceReader> All { get; } =
    [
        new AxeReader(),
        new CoberturaReader(),
        new CycloneDxReader(),
        new DotNetVulnerableReader(),
        new DrillReader(),
        new GitHubReviewsReader(),
        new GitleaksJsonReader(),
        new HeyReader(),
        new JUnitReader(),
        new K6Reader(),
        new LcovReader(),
        new LighthouseReader(),
        new LoadRunReader(),
        new NetworkPolicyReader(),
        new NpmAuditReader(),
        new OpenApiReader(),
        new OsvScannerReader(),
        new OtlpMetricsReader(),
        new PentestReader(),
        new PrometheusRulesReader(),
        new PrometheusTextReader(),
        new ProofReader(),
        new RequirementsReader(),
        new SarifReader(),
        new ScanRunReader(),
        new SloReader(),
        new TestRunsReader(),
        new ThreatDragonReader(),
        new ThreatModelReader(),
        new TrxReader(),
        new VulnerabilityScansReader(),
        new WapitiReader(),
        new ZapReader(),
    ];

    /// <summary>Those of what people write.</summary>
    public static ImmutableArray<IEvidenceReader> Records { get; } = [.. All.Where(reader => reader.IsRecord)];

    internal static bool IsRecord(string? format) => Records.Any(reader => reader.Format == format);
}
