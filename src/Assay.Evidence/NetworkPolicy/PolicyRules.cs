using Assay.Core.Yaml;
using static Assay.Evidence.NetworkPolicy.KubernetesObjects;

namespace Assay.Evidence.NetworkPolicy;

/// <summary>
/// Whether a policy keeps anything out. What the fields mean: Kubernetes API reference, NetworkPolicySpec (networking.k8s.io/v1): a direction named in
/// <c>policyTypes</c> is closed but for its rules; a rule without peers is for all peers, without ports for all ports.
/// </summary>
internal static class PolicyRules
{
    internal static bool Restrict(YamlMapping spec)
    {
        var types = Value(spec, "policyTypes") is YamlSequence { Items.IsEmpty: false } said
            ? said.Items.OfType<YamlScalar>().Select(type => type.Text).ToList()
            : Value(spec, "egress") is null ? ["Ingress"] : ["Ingress", "Egress"];
        return (types.Contains("Ingress") && Closed(spec, "ingress", "from")) || (types.Contains("Egress") && Closed(spec, "egress", "to"));
    }

    private static bool Closed(YamlMapping spec, string direction, string peers) => Value(spec, direction) switch
    {
        null or YamlScalar { Type: ScalarType.Null } => true,
        YamlSequence rules => !rules.Items.Any(rule => rule is not YamlMapping mapping || LetsAllThrough(mapping, peers)),
        _ => false,
    };

    private static bool LetsAllThrough(YamlMapping rule, string peers) =>
        Value(rule, "ports") is not YamlSequence { Items.IsEmpty: false }
        && (Value(rule, peers) is not YamlSequence { Items.IsEmpty: false } list || list.Items.Any(IsEverybody));

    private static bool IsEverybody(YamlNode peer)
    {
        if (peer is not YamlMapping mapping) return true;
        if (Value(mapping, "ipBlock") is YamlMapping block)
            return Text(block, "cidr") is not { } cidr || (cidr.EndsWith("/0", StringComparison.Ordinal) && Value(block, "except") is not YamlSequence { Items.IsEmpty: false });
        return Value(mapping, "podSelector") is null && Value(mapping, "namespaceSelector") is not YamlMapping { Entries.IsEmpty: false };
    }
}
