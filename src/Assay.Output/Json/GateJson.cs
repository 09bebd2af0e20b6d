using System.Text.Json;
using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Json;

/// <summary>A gate and its findings.</summary>
internal static class GateJson
{
    public static void Write(Utf8JsonWriter json, GateResult gate)
    {
        json.Text("id", gate.Gate);
        json.Text("component", gate.Component);
        json.Text("status", Snake.Case(gate.Status));
        json.Objects("criteria", gate.Findings, Finding);
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.Text("id", finding.Criterion.Id);
        json.Text("status", Snake.Case(finding.Status));
        json.Text("wouldBe", finding.WouldBe is { } status ? Snake.Case(status) : null);
        json.Text("required", finding.Criterion.Requirement.ToString());
        json.Text("actual", finding.Actual);
        json.Text("by", Snake.Case(finding.Criterion.By));
        json.Text("phase", Snake.Case(finding.Criterion.Phase));
        json.Text("reason", finding.Reason);
        json.Text("remedy", finding.Remedy);
        json.Texts("controls", finding.Criterion.Controls);
        json.Objects("locations", finding.Locations, LocationJson.Write);
        json.Texts("evidence", finding.Evidence);
    }
}
