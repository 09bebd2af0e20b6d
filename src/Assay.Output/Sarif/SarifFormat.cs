using System.Text.Json;
using Assay.Core;
using Assay.Core.Components;
using Assay.Core.Judging;
using Assay.Output.Text;

namespace Assay.Output.Sarif;

/// <summary>
/// SARIF 2.1.0: each blocking finding at each of its places, for code scanning. A finding without a place stands at what the component is built from,
/// since a result without a place is shown nowhere.
/// </summary>
internal sealed class SarifFormat : IVerdictFormat
{
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
        Tool(json, verdict, [.. blocking.Select(one => one.Finding.Criterion).DistinctBy(criterion => criterion.Id)]);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"assay/{(verdict.Components is [var only] ? only.Id : verdict.Change.Repository)}/");
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var (gate, finding) in blocking) Results(json, verdict, gate, finding);
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

    private static void Tool(Utf8JsonWriter json, Verdict verdict, Core.Standards.Criterion[] criteria)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Assay");
        json.WriteString("semanticVersion", verdict.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var criterion in criteria)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id);
            Text(json, "shortDescription", $"{criterion.Fact} {criterion.Requirement}");
            Text(json, "fullDescription", criterion.Why);
            Text(json, "help", criterion.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, Verdict verdict, GateResult gate, Finding finding)
    {
        var component = verdict.Components.First(component => component.Id == gate.Component);
        var places = finding.Locations.Where(IsFile).Take(50).ToList();
        if (places.Count == 0) places = [new Location(Entry(component), 1, Note: finding.Reason)];
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Criterion.Id);
            json.WriteString("level", "error");
            Text(json, "message", $"{gate.Component}: {Snake.Case(finding.Status)}: {place.Note ?? finding.Reason}. {finding.Remedy}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, place.Line ?? 1));
            if (place.EndLine is { } end && end > (place.Line ?? 1)) json.WriteNumber("endLine", end);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("partialFingerprints");
            json.WriteString("assay/v1", $"{gate.Component}/{finding.Criterion.Id}/{place.File}/{place.Note}");
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static bool IsFile(Location location) => location.File.Length > 0 && !Path.IsPathRooted(location.File) && !location.File.Contains(' ') && location.File.AsSpan().IndexOfAny('/', '.') >= 0;

    private static string Entry(Component component) =>
        component.Toolchains is [var root, ..] && root.Entry.Length > 0 ? root.Entry : component.Path.Length == 0 ? "assay.yaml" : $"{component.Path}/assay.yaml";

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Printable.Line(text));
        json.WriteEndObject();
    }
}
