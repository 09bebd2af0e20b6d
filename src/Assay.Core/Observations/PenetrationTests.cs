using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>How grave a weakness is that a penetration test or a scan found.</summary>
public enum WeaknessSeverity { Low, Medium, High, Critical }

/// <summary>What became of a finding of a penetration test.</summary>
public enum WeaknessStatus { Open, Fixed, Accepted }

/// <summary>A penetration test as <c>pentest.yaml</c> records it.</summary>
/// <param name="Component">Id of the component that was tested.</param>
/// <param name="TestedOn">The day on which testing ended.</param>
/// <param name="ReportFile">Path of the tester's report, from the record's folder.</param>
/// <param name="ReportDigest"><c>sha256:…</c> of the report.</param>
public sealed record PenetrationTest(
    string Component, DateOnly TestedOn, string Tester, ImmutableArray<string> Scope, string ReportFile, string ReportDigest, ImmutableArray<TestedWeakness> Findings) : Observation;

/// <summary>A finding of a penetration test.</summary>
/// <param name="AcceptedBy">Who accepted it; null unless it was accepted.</param>
/// <param name="AcceptedUntil">The last day on which that holds.</param>
/// <param name="Line">1-based line in the record.</param>
public sealed record TestedWeakness(
    string Id, string Title, WeaknessSeverity Severity, WeaknessStatus Status, string? AcceptedBy = null, DateOnly? AcceptedUntil = null, int? Line = null);

/// <summary>A run of an automated scanner against something that was running.</summary>
/// <param name="Tool">The scanner with its version, e.g. <c>wapiti 3.0.4</c>.</param>
/// <param name="Target">What it was pointed at, as it says.</param>
/// <param name="MadeAt">When, as the report says.</param>
/// <param name="Looked">How many places of the target the report itself shows that it reached; 0 where it shows none.</param>
public sealed record SecurityScan(string Tool, string Target, DateTimeOffset? MadeAt, int Looked, ImmutableArray<ScannedWeakness> Findings) : Observation;

/// <summary>A finding of a scan.</summary>
/// <param name="Place">Method and path, without parameters' values.</param>
public sealed record ScannedWeakness(string Title, WeaknessSeverity Severity, string Place);

/// <summary>How many requests of a scan the target answered, where the scanner's own report does not tell (<c>assay/scan-run/v1</c>).</summary>
/// <param name="Report">File name of the scanner's report in the same folder.</param>
public sealed record ScanRun(string Component, string Tool, string Report, int Requests) : Observation;
