using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Security;

public sealed class ThreatModelFactsTests
{
    private const string Source = "public class Program { public static int Main() => 0; }\n";

    private static Finding Judge(string? model, string path = "threat-model.yaml", string source = "src/Program.cs")
    {
        var lab = new Lab().File(source, Source);
        return (model is null ? lab : lab.File(path, model)).Of("threat_model");
    }

    private static void Lacks(string old, string replacement, string what)
    {
        var finding = Judge(GoodModel.With(old, replacement));
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(finding.Locations, location => location.Note!.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    [Shows("threat_model", Status.Pass)]
    public void A_model_that_leaves_nothing_open_passes()
    {
        var finding = Judge(GoodModel.Yaml);
        Assert.True(finding.Status == Status.Pass, string.Join('\n', finding.Locations.Select(location => $"{location} {location.Note}")) + finding.Reason);
        Assert.Contains("3 elements, 2 flows, 2 threats", finding.Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("threat_model", Status.Missing)]
    public void Without_a_model_it_is_missing() => Assert.Equal(Status.Missing, Judge(null).Status);

    [Fact]
    [Shows("threat_model", Status.Fail)]
    public void Each_gap_is_named_with_its_line()
    {
        var finding = Judge(GoodModel.With("      spoofing: Each caller shows a token signed by us\n", ""));
        Assert.Equal((Status.Fail, "the threat model leaves 1 thing open"), (finding.Status, finding.Reason));
        var place = Assert.Single(finding.Locations);
        Assert.Equal(("threat-model.yaml", 10, "client: spoofing has neither a threat nor a reason why there is none"), (place.File, place.Line, place.Note));
    }

    [Theory]
    [InlineData("reviewed_on: 2026-11-20", "reviewed_on: 2026-11-23", "reviewed in the future")]
    [InlineData("reviewed_by: security owner", "reviewed_by: tbd", "who reviewed it")]
    [InlineData("    crosses: [internet]\n", "", "no flow crosses a trust boundary")]
    [InlineData("    crosses: [internet]\n", "", "goes between outside and inside")]
    [InlineData("element: api\n    category: spoofing", "element: ledger\n    category: spoofing", "api: spoofing has neither")]
    [InlineData("status: implemented }", "status: implemented }\n    accepted: { by: nobody, until: 2027-01-31, reason: It is borne for the time being }", "names no approver")]
    [InlineData("until: 2027-01-31", "until: 2026-11-21", "its acceptance ended on 2026-11-21")]
    [InlineData("    accepted: { by: security owner, until: 2027-01-31, reason: The gateway's limit comes in January }\n", "", "is neither mitigated nor accepted")]
    [InlineData("tampering: TLS 1.3 from end to end", "tampering: no", "fewer than 4 words")]
    [InlineData("tampering: TLS 1.3 from end to end", "tampering: no no no no no", "fewer than 4 words")]
    [InlineData("information_disclosure: Nothing but TLS is listened to", "information_disclosure: TLS 1.3 from end to end.", "word for word")]
    [InlineData("owner: payments team", "owner: n/a", "has no owner")]
    [InlineData("    kind: external", "    kind: process", "no external element")]
    public void What_a_model_leaves_open_is_named(string old, string replacement, string what) => Lacks(old, replacement, what);

    [Fact]
    public void Loophole_a_threat_model_with_one_element()
    {
        var finding = Judge("""
            schema: assay/threat-model/v1
            component: app
            reviewed_by: security owner
            reviewed_on: 2026-11-20
            assets: []
            boundaries: []
            elements:
              - { id: all, title: Everything, kind: process, covers: ["**"] }
            entry_points: []
            flows: []
            threats: []
            """);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal(["it has no asset", "it has no trust boundary", "it has no entry point", "it has no flow", "it has no external element"], finding.Locations.Take(5).Select(location => location.Note));
        Assert.Equal(6, finding.Locations.Count(location => location.Note!.StartsWith("all: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Loophole_code_that_no_element_stands_for()
    {
        var finding = Judge(GoodModel.Yaml, source: "lib/Money.cs");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal(("lib/Money.cs", "no process or store of the threat model covers it"), (Assert.Single(finding.Locations).File, finding.Locations[0].Note));
    }

    [Fact]
    public void Loophole_an_actor_that_covers_the_code() =>
        Assert.Equal(Status.Fail, Judge(GoodModel.With("    kind: external\n", "    kind: external\n    covers: [\"**\"]\n").Replace("covers: [\"src/**\"]", "covers: []", StringComparison.Ordinal)).Status);

    [Fact]
    public void Loophole_a_record_for_another_component()
    {
        var finding = Judge(GoodModel.With("component: app", "component: payments"));
        Assert.Equal((Status.Missing, "threat-model.yaml is about payments, and this is app"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void Loophole_a_starter_left_as_it_was()
    {
        var finding = Judge(File.ReadAllText(Path.Combine(Repository.Root, "starters", "threat-model.yaml")));
        Assert.Equal((Status.Missing, "threat-model.yaml still holds what the starter wrote, first in line 4"), (finding.Status, finding.Reason));
    }

    [Fact]
    public void A_model_that_cannot_be_read_is_an_error_with_its_place()
    {
        var finding = Judge(GoodModel.With("element: api }", "element: apo }"));
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains("threat-model.yaml:35", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_holds_before_there_is_code() => Assert.Equal(Status.Pass, new Lab().File("threat-model.yaml", GoodModel.Yaml).Of("threat_model").Status);
}
