using Assay.Core.Globs;

namespace Assay.Core.Components;

/// <summary>
/// Where a component keeps the records that people write, as globs from its folder. What a record says of the code is no input of it:
/// evidence stays good when only records change.
/// </summary>
public static class RecordPlaces
{
    /// <summary>Files that are records by their name: one that cannot be read is a problem.</summary>
    public static GlobSet Named { get; } = new(["requirements.{yaml,yml}", "threat-model.{yaml,yml,json}", "slo.{yaml,yml}", "pentest.{yaml,yml}", "{openapi,api/openapi,docs/openapi}.{yaml,yml,json}"]);

    /// <summary>Files that are records where their content says so.</summary>
    public static GlobSet Searched { get; } = new([
        "**/*.rules.{yaml,yml}", "{alerts,monitoring,prometheus,deploy,k8s,kubernetes,manifests}/**/*.{yaml,yml}", "ThreatDragonModels/**/*.json"]);

    /// <summary>Text and records that no build, test or load test reads. Rules and settings of other tools may be read by tests, or be rules of the business, so they are not among these.</summary>
    public static GlobSet NoInput { get; } = new(["threat-model.{yaml,yml,json}", "pentest.{yaml,yml}", "{docs,runbooks,decisions}/**/*.md", "assay.baseline"]);

    /// <summary>What watches the component: no command runs it.</summary>
    public static GlobSet Watching { get; } = new(["ThreatDragonModels/**", "{alerts,monitoring,prometheus}/**/*.{yaml,yml}", "**/*.rules.{yaml,yml}"]);
}
