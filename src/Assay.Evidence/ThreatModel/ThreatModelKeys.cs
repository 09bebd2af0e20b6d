using Assay.Core.Yaml;

namespace Assay.Evidence.ThreatModel;

/// <summary>The keys of <c>threat-model.yaml</c>; <c>schemas/threat-model.schema.json</c> says the same.</summary>
internal static class ThreatModelKeys
{
    internal const string Schema = "assay/threat-model/v1";

    internal static readonly YamlKeys Root = new("threat model",
        ["schema", "component", "reviewed_by", "reviewed_on", "assets", "boundaries", "elements", "entry_points", "flows", "threats"], []);
    internal static readonly YamlKeys Asset = new("asset", ["id", "title", "classification"], []);
    internal static readonly YamlKeys Boundary = new("boundary", ["id", "title"], ["network_policies"]);
    internal static readonly YamlKeys Element = new("element", ["id", "title", "kind"], ["covers", "holds", "no_threat"]);
    internal static readonly YamlKeys EntryPoint = new("entry point", ["id", "title", "element"], []);
    internal static readonly YamlKeys Flow = new("flow", ["id", "from", "to"], ["carries", "crosses", "no_threat"]);
    internal static readonly YamlKeys Threat = new("threat", ["id", "title", "element", "category", "dread"], ["mitigations", "accepted"]);
    internal static readonly YamlKeys Dread = new("dread", ["damage", "reproducibility", "exploitability", "affected_users", "discoverability"], []);
    internal static readonly YamlKeys Mitigation = new("mitigation", ["kind", "what", "owner", "status"], []);
    internal static readonly YamlKeys Accepted = new("acceptance", ["by", "until", "reason"], []);
    internal static readonly YamlKeys NoThreat = new("no_threat", [],
        ["spoofing", "tampering", "repudiation", "information_disclosure", "denial_of_service", "elevation_of_privilege"]);
}
