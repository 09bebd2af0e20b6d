using Assay.Core.Yaml;

namespace Assay.Evidence.NetworkPolicy;

/// <summary>Finds the policies among Kubernetes objects; a <c>List</c> holds objects of its own.</summary>
internal static class KubernetesObjects
{
    internal static IEnumerable<Core.Observations.NetworkPolicy> NetworkPolicies(YamlNode root, YamlMistakes mistakes)
    {
        if (root is not YamlMapping document) yield break;
        var kind = Text(document, "kind");
        if (kind is "List" or "NetworkPolicyList")
        {
            foreach (var policy in (Value(document, "items") as YamlSequence)?.Items.SelectMany(item => NetworkPolicies(item, mistakes)) ?? []) yield return policy;
        }
        else if (kind == "NetworkPolicy" && Text(document, "apiVersion")?.StartsWith("networking.k8s.io/", StringComparison.Ordinal) == true)
        {
            if (Value(document, "metadata") is not YamlMapping metadata || Text(metadata, "name") is not { Length: > 0 } name)
                mistakes.Add(document, "a NetworkPolicy without metadata.name", "Give it a name.");
            else if (Value(document, "spec") is not YamlMapping spec || Value(spec, "podSelector") is not YamlMapping)
                mistakes.Add(document, $"the NetworkPolicy '{(name.Length > 60 ? name[..60] + "…" : name)}' has no spec with a podSelector", "Say which pods it is for; {} stands for all of its namespace.");
            else
                yield return new Core.Observations.NetworkPolicy(name, Text(metadata, "namespace"), PolicyRules.Restrict(spec), document.Line);
        }
    }

    internal static YamlNode? Value(YamlMapping mapping, string key) => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    internal static string? Text(YamlMapping mapping, string key) => Value(mapping, key) is YamlScalar scalar ? scalar.Text.Trim() : null;
}
