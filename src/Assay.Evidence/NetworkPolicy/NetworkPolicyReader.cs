using Assay.Core.Yaml;
using Assay.Evidence.Records;

namespace Assay.Evidence.NetworkPolicy;

/// <summary>NetworkPolicy objects of Kubernetes (networking.k8s.io/v1), among whatever else stands in the file. See reader.md.</summary>
internal sealed class NetworkPolicyReader : IEvidenceReader
{
    public string Format => "network-policy";

    public bool IsRecord => true;

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text && head.RootKeys.Contains("apiVersion") && head.RootKeys.Contains("kind") && head.Text.Contains("NetworkPolicy", StringComparison.Ordinal);

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => RecordText.Read(content, cancellation, "networking.k8s.io/v1", (text, mistakes) =>
    {
        if (text.IndexOf("{{", StringComparison.Ordinal) is var template and >= 0)
        {
            var before = text.AsSpan(0, template);
            mistakes.Add(before.Count('\n') + 1, template - before.LastIndexOf('\n'), "it is a Helm template, no YAML: what it will say is not known here", "Keep what helm template writes beside it, under deploy/ or k8s/.");
            return [];
        }
        return [.. YamlReader.ReadNodes(text, mistakes).SelectMany(root => KubernetesObjects.NetworkPolicies(root, mistakes))];
    });
}
