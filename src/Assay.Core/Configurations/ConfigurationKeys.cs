using System.Collections.Immutable;
using Assay.Core.Yaml;

namespace Assay.Core.Configurations;

/// <summary>The keys of assay.yaml. <c>schemas/config.schema.json</c> has the same; a test compares them.</summary>
internal static class ConfigurationKeys
{
    public const string Schema = "assay/config/v1";

    public static readonly YamlKeys Root = new("assay.yaml", ["schema"], ["standard", "sensitive", "security_reviewers", "bounds", "advisories", "components"]);
    public static readonly YamlKeys Component = new("component", ["id"],
        ["path", "kind", "profile", "depends_on", "owners", "tests", "exclude", "critical", "prompts", "quarantine", "commands", "drills", "evidence", "time_limit"]);
    public static readonly YamlKeys Commands = new("commands", [], ["build", "test", "types", "lint", "evaluate", "load", "stress", "scan"]);
    public static readonly YamlKeys Drills = new("drills", [], ["backup", "shutdown", "rollback", "health"]);

    public static readonly YamlKeys Quarantine = new("quarantine", ["test", "until", "why", "owner"], []);

    /// <summary>Every mapping whose keys are fixed.</summary>
    public static ImmutableArray<YamlKeys> All => [Root, Component, Commands, Drills, Quarantine];
}
