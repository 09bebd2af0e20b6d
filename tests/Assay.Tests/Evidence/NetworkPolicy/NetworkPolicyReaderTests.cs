using Assay.Core.Errors;
using Assay.Evidence;
using Assay.Evidence.NetworkPolicy;

namespace Assay.Tests.Evidence.NetworkPolicy;

public sealed class NetworkPolicyReaderTests
{
    private const string Several = """
        apiVersion: v1
        kind: Service
        metadata: { name: payments }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny-all }
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
        ---
        apiVersion: v1
        kind: List
        items:
          - apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: { name: open, namespace: payments }
            spec:
              podSelector: {}
              ingress: [{}]
        """;

    private static readonly NetworkPolicyReader Reader = new();

    private static string Spec(string rest) => "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec:\n  podSelector: {}\n" + rest;

    [Fact]
    public void Policies_are_found_among_other_objects()
    {
        var outcome = HostileInput.Read(Reader, Several);
        Assert.Equal([new Core.Observations.NetworkPolicy("deny-all", null, true, 5), new Core.Observations.NetworkPolicy("open", "payments", false, 15)], outcome.Observations);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("  ingress: []", true)]
    [InlineData("  ingress: [{}]", false)]
    [InlineData("  ingress: [{ from: [] }]", false)]
    [InlineData("  ingress: [{ ports: [{ port: 443 }] }]", true)]
    [InlineData("  ingress: [{ from: [{ podSelector: {} }] }]", true)]
    [InlineData("  ingress: [{ from: [{ namespaceSelector: {} }] }]", false)]
    [InlineData("  ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { a: b } } }] }]", true)]
    [InlineData("  ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]", true)]
    [InlineData("  ingress: [{ from: [{ ipBlock: { cidr: '::/0' } }] }]", false)]
    [InlineData("  ingress: [{ from: [{ podSelector: {} }] }, {}]", false)]
    [InlineData("  policyTypes: [Egress]", true)]
    [InlineData("  policyTypes: [Egress]\n  egress: [{}]", false)]
    [InlineData("  ingress: [{}]\n  egress: []", true)]
    [InlineData("  policyTypes: [Ingress]\n  ingress: [{}]\n  egress: []", false)]
    [InlineData("  ingress: all", false)]
    public void A_policy_restricts_where_no_rule_lets_everything_through(string rest, bool restricts) =>
        Assert.Equal(restricts, Assert.IsType<Core.Observations.NetworkPolicy>(Assert.Single(HostileInput.Read(Reader, Spec(rest)).Observations)).Restricts);

    [Fact]
    public void A_helm_template_is_refused_with_its_place()
    {
        var error = HostileInput.Read(Reader, Several.Replace("name: deny-all", "name: {{ .Release.Name }}", StringComparison.Ordinal)).Error;
        Assert.Equal((EvidenceErrors.Unreadable, 7), (error!.Kind, error.Line));
        Assert.Contains("Helm template", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec: { podSelector: {} }", "without metadata.name")]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }", "no spec with a podSelector")]
    public void A_policy_without_name_or_pods_is_a_mistake(string text, string what) => Assert.Contains(what, HostileInput.Read(Reader, text).Error!.What, StringComparison.Ordinal);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service", false)]
    [InlineData("groups: []\n# NetworkPolicy", false)]
    [InlineData("apiVersion: v1\nkind: List\nitems: [{ kind: NetworkPolicy }]", true)]
    public void It_is_recognised_by_what_it_says(string text, bool claimed) => Assert.Equal(claimed, Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void No_mutation_and_no_cut_gets_through_as_an_exception()
    {
        HostileInput.NeverThrows(Reader, Several);
        for (var length = 1; length < Several.Length; length++) Assert.NotNull(HostileInput.Read(Reader, Several[..length]));
    }
}
