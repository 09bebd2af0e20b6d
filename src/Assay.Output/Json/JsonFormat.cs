using System.Globalization;
using System.Text.Json;
using Assay.Core;
using Assay.Core.Components;
using Assay.Core.Judging;

namespace Assay.Output.Json;

/// <summary>
/// The verdict with all that it was based on, as <c>schemas/verdict.schema.json</c> describes it. Options change nothing:
/// the same verdict gives the same bytes.
/// </summary>
internal sealed class JsonFormat : IVerdictFormat
{
    public string Name => "json";

    public void Write(Verdict verdict, Stream output, OutputOptions options) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "assay/verdict/v1");
        json.Text("verdict", Snake.Case(verdict.Outcome));
        json.Text("judgedAt", Utc(verdict.JudgedAt));
        json.WriteStartObject("tool");
        json.Text("version", verdict.ToolVersion);
        json.WriteEndObject();
        json.WriteStartObject("standard");
        json.Text("name", verdict.Standard.Name);
        json.Text("version", verdict.Standard.Version);
        json.Text("digest", verdict.Standard.Digest);
        json.WriteEndObject();
        json.Text("profile", Snake.Case(verdict.Profile));
        json.Text("phase", Snake.Case(verdict.Phase));
        json.Text("run", verdict.Run);
        json.Text("observedUntil", verdict.Observed?.Day());
        json.WriteBoolean("observing", verdict.Observed is { Holds: true });
        json.Text("judged", Snake.Case(verdict.Change.Judged));
        Change(json, verdict);
        json.Objects("components", verdict.Components, Component);
        json.Objects("artifacts", verdict.Artifacts, static (json, artifact) =>
        {
            json.Text("name", artifact.Name);
            json.Text("digest", artifact.Digest);
        });
        json.Objects("gates", verdict.Gates, GateJson.Write);
        json.Objects("facts", verdict.Facts.OrderBy(fact => fact.Component, StringComparer.Ordinal).ThenBy(fact => fact.Name, StringComparer.Ordinal), FactJson.Write);
        json.Objects("evidence", verdict.Evidence.OrderBy(item => item.Path, StringComparer.Ordinal).ThenBy(item => item.Component, StringComparer.Ordinal)
            .ThenBy(item => item.Digest, StringComparer.Ordinal), EvidenceJson.Write);
        json.Objects<object>("waivers", [], static (_, _) => { });
        json.Objects("owed", verdict.Owed.OrderBy(each => each.Terms.Component, StringComparer.Ordinal).ThenBy(each => each.Terms.Criterion, StringComparer.Ordinal), OwedJson.Write);
        json.Objects("weakened", verdict.Weakened, static (json, weakening) =>
        {
            json.Text("source", Snake.Case(weakening.Source));
            json.Text("what", weakening.What);
            json.Text("file", weakening.Location?.File);
            json.Number("line", weakening.Location?.Line);
        });
        json.WritePropertyName("whatIf");
        WhatIfJson.Write(json, verdict.WhatIf);
        json.Objects("problems", verdict.Problems, EvidenceJson.Write);
        json.Texts("notes", verdict.Notes);
        json.WriteEndObject();
    });

    /// <summary>ISO 8601 in UTC.</summary>
    public static string Utc(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void Change(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("change");
        json.Text("repository", verdict.Change.Repository);
        json.Text("base", verdict.Change.Base);
        json.Text("head", verdict.Change.Head);
        json.WriteBoolean("dirty", verdict.Change.Dirty);
        json.WriteNumber("operations", verdict.Change.Files.Length);
        json.WriteEndObject();
    }

    private static void Component(Utf8JsonWriter json, Component component)
    {
        json.Text("id", component.Id);
        json.Text("kind", (component.DeclaredKind ?? component.DetectedKind) is { } kind ? Snake.Case(kind) : null);
        json.Text("path", component.Path);
        json.Text("subject", component.Subject);
        json.WriteBoolean("judged", component.Judged);
        json.Text("profile", component.Profile is { } least ? Snake.Case(least) : null);
        json.Texts("dependsOn", component.DependsOn);
    }
}
