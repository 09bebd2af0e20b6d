using System.Text.Json;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Output.Findings;
using Assay.Output.Markdown;
using Assay.Output.Text;

namespace Assay.Output.Sarif;

/// <summary>
/// SARIF 2.1.0: each blocking finding at each of its places, for code scanning. A finding without a place stands at what the component is built from,
/// since a result without a place is shown nowhere.
/// </summary>
internal sealed class SarifFormat : IVerdictFormat
{
    /// <summary>What relative addresses start from; the viewer knows where that is.</summary>
    private const string Root = "%SRCROOT%";

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public string Name => "sarif";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var blocking = verdict.Gates.SelectMany(gate => gate.Findings.Where(finding => finding.Status.Blocks()), (gate, finding) => (Gate: gate, Finding: finding)).ToList();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = blocking.DistinctBy(one => one.Finding.Criterion.Id).Select(one => (one.Gate.Gate, one.Finding.Criterion)).ToList();
        Tool(json, verdict, rules);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        Text(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"assay/{(verdict.Components is [var only] ? only.Id : verdict.Change.Repository)}/");
        json.WriteEndObject();
        json.WriteStartArray("results");
        var fingerprints = new Fingerprints();
        foreach (var (gate, finding) in blocking) Results(json, verdict, gate, finding, rules.FindIndex(rule => rule.Criterion.Id == finding.Criterion.Id), fingerprints);
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        Properties(json, verdict);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What no result says: the verdict, and what made it laxer than the standard.</summary>
    private static void Properties(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("properties");
        json.WriteString("verdict", Printable.Line(VerdictLine.Outcome(verdict)));
        json.WriteStartArray("weakened");
        foreach (var weakening in verdict.Weakened) json.WriteStringValue(Printable.Line($"{weakening.Location?.ToString() ?? Snake.Case(weakening.Source)}: {weakening.What}"));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, Verdict verdict, IEnumerable<(string Gate, Criterion Criterion)> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Assay");
        json.WriteString("semanticVersion", verdict.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var (gate, criterion) in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id);
            json.WriteString("name", criterion.Id);
            Text(json, "shortDescription", $"{criterion.Fact} {criterion.Requirement}");
            Text(json, "fullDescription", criterion.Why);
            json.WriteStartObject("help");
            json.WriteString("text", $"{Printable.Line(criterion.Remedy)} (assay explain {criterion.Id})");
            json.WriteString("markdown", $"{MarkdownText.Of(criterion.Remedy)}\n\n{MarkdownText.Code($"assay explain {criterion.Id}")}");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", "error");
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(gate);
            foreach (var control in criterion.Controls) json.WriteStringValue(Printable.Line(control));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, Verdict verdict, GateResult gate, Finding finding, int rule, Fingerprints fingerprints)
    {
        var component = verdict.Components.First(component => component.Id == gate.Component);
        var places = finding.Locations.Where(FilePlaces.IsFile).Take(50).ToList();
        if (places.Count == 0) places = [new Location(FilePlaces.Entry(component), 1, Note: finding.Reason)];
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Criterion.Id);
            json.WriteNumber("ruleIndex", rule);
            json.WriteString("level", "error");
            Text(json, "message", $"{gate.Component}: {Snake.Case(finding.Status)}: {place.Note ?? finding.Reason}. {finding.Remedy}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", Root);
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, place.Line ?? 1));
            if (place.EndLine is { } end && end > (place.Line ?? 1)) json.WriteNumber("endLine", end);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("partialFingerprints");
            // Not primaryLocationLineHash, GitHub's own: its upload step computes that from the sources, and warns of any other.
            json.WriteString("assay/v1", fingerprints.Of(gate.Component, finding.Criterion.Id, place));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Printable.Line(text));
        json.WriteEndObject();
    }
}
