using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Security;

public sealed class SegmentationFactsTests
{
    private const string Held = "{ id: internet, title: Internet and our network, network_policies: [from-gateway] }";

    private const string Policy = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: from-gateway, namespace: payments }
        spec:
          podSelector: { matchLabels: { app: payments } }
          policyTypes: [Ingress]
          ingress:
            - from: [{ podSelector: { matchLabels: { app: gateway } } }]
        """;

    private static Finding Judge(string? model, string? policy, string source = "class A { }", string policyPath = "deploy/network.yaml")
    {
        var lab = new Lab().File("src/A.cs", source);
        if (model is not null) lab.File("threat-model.yaml", model);
        if (policy is not null) lab.File(policyPath, policy);
        return lab.Of("network_segmentation");
    }

    [Fact]
    [Shows("network_segmentation", Status.Pass)]
    public void Boundaries_that_card_data_crosses_and_policies_hold_pass() => Assert.Equal(Status.Pass, Judge(GoodModel.WithCard(Held), Policy).Status);

    [Fact]
    [Shows("network_segmentation", Status.Missing)]
    public void Without_a_threat_model_it_is_missing() => Assert.Equal(Status.Missing, Judge(null, Policy).Status);

    [Fact]
    [Shows("network_segmentation", Status.NotApplicable)]
    public void Without_card_data_it_does_not_apply() => Assert.Equal(Status.NotApplicable, Judge(GoodModel.Yaml, null).Status);

    [Fact]
    public void An_incomplete_model_does_not_show_that_no_card_data_is_in_scope() =>
        Assert.Equal(Status.Missing, Judge(GoodModel.With("reviewed_by: security owner", "reviewed_by: tbd"), null).Status);

    [Theory]
    [Shows("network_segmentation", Status.Fail)]
    [InlineData("names no network policy", "{ id: internet, title: Internet and our network }", Policy)]
    [InlineData("there is no NetworkPolicy from-gateway", Held, null)]
    [InlineData("there is no NetworkPolicy other", "{ id: internet, title: Internet, network_policies: [other] }", Policy)]
    public void A_boundary_that_nothing_holds_fails(string what, string boundary, string? policy) => Fails(what, GoodModel.WithCard(boundary), policy);

    [Theory]
    [InlineData("            - from: [{ podSelector: { matchLabels: { app: gateway } } }]", "            - {}")]
    [InlineData("ingress:\n    - from: [{ podSelector: { matchLabels: { app: gateway } } }]", "ingress: [{}]")]
    [InlineData("{ podSelector: { matchLabels: { app: gateway } } }", "{ namespaceSelector: {} }")]
    [InlineData("{ podSelector: { matchLabels: { app: gateway } } }", "{ ipBlock: { cidr: 0.0.0.0/0 } }")]
    [InlineData("policyTypes: [Ingress]", "policyTypes: [Egress]\n  egress: [{}]")]
    public void Loophole_a_policy_that_lets_everything_through(string old, string replacement)
    {
        old = old.Replace("            - ", "    - ", StringComparison.Ordinal);
        replacement = replacement.Replace("            - ", "    - ", StringComparison.Ordinal);
        Assert.Contains(old, Policy, StringComparison.Ordinal);
        Fails("from-gateway lets everything through", GoodModel.WithCard(Held), Policy.Replace(old, replacement, StringComparison.Ordinal));
    }

    [Fact]
    public void Loophole_card_data_whose_flows_cross_nothing() =>
        Fails("crosses a boundary, so nothing separates it", GoodModel.WithCard(Held).Replace("carries: [balances]", "carries: []", StringComparison.Ordinal), Policy);

    [Theory]
    [InlineData("class A { string cardNumber; }")]
    [InlineData("class A { [Column(\"card_number\")] string n; }")]
    [InlineData("class A { int CVV2 => 1; }")]
    [InlineData("class A { string Pan; }")]
    public void Loophole_card_data_in_the_code_that_the_model_does_not_know(string source)
    {
        var finding = Judge(GoodModel.Yaml, Policy, source);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal(("src/A.cs", 1), (Assert.Single(finding.Locations).File, finding.Locations[0].Line));
    }

    [Theory]
    [InlineData("class A { } // the card number is not kept")]
    [InlineData("class A { void Move() => map.pan(1); }")]
    [InlineData("class A { string cardinality, panel, discardNumbers; }")]
    public void What_only_looks_like_card_data_does_not_count(string source) => Assert.Equal(Status.NotApplicable, Judge(GoodModel.Yaml, null, source).Status);

    [Fact]
    public void A_helm_template_is_named_as_unreadable() =>
        Fails("Helm template", GoodModel.WithCard(Held), Policy.Replace("name: from-gateway", "name: {{ .Values.name }}", StringComparison.Ordinal));

    private static void Fails(string what, string model, string? policy)
    {
        var finding = Judge(model, policy);
        Assert.True(finding.Status == Status.Fail, $"{finding.Status} {finding.Reason}");
        Assert.Contains(finding.Locations, location => location.Note!.Contains(what, StringComparison.Ordinal));
    }
}
