using System.Text.Json;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Json;

namespace Assay.Output.GitLab;

/// <summary>
/// GitLab's code quality report (the part of Code Climate's format that GitLab reads): what blocks is a blocker, what was agreed to is minor, what makes the judgement laxer is info.
/// GitLab compares the reports of two branches by fingerprint, and drops one of two that are equal.
/// </summary>
internal sealed class GitLabFormat : IVerdictFormat
{
    public string Name => "gitlab";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var fingerprints = new Fingerprints();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var gate in verdict.Gates)
                foreach (var finding in gate.Findings.Where(finding => finding.Status.Blocks())) Issues(json, verdict, gate, finding, "blocker", fingerprints);
            foreach (var (gate, finding) in Accepted.Of(verdict)) Issues(json, verdict, gate, finding, "minor", fingerprints);
            foreach (var weakening in verdict.Weakened)
            {
                var place = (weakening.Location ?? Fallback(verdict, null)) with { Note = weakening.What };
                Issue(json, "weakened", $"Weakened: {weakening.What}", "info", fingerprints.Of("", "weakened", place), place);
            }
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Issues(Utf8JsonWriter json, Verdict verdict, GateResult gate, Finding finding, string severity, Fingerprints fingerprints)
    {
        var places = finding.Locations.Where(FilePlaces.IsFile).ToList();
        if (places.Count == 0) places = [Fallback(verdict, gate.Component)];
        foreach (var place in places)
        {
            Issue(json, finding.Criterion.Id, $"{gate.Component}: {finding.Criterion.Id} {Snake.Case(finding.Status)}: {place.Note ?? finding.Reason}. {finding.Remedy}",
                severity, fingerprints.Of(gate.Component, finding.Criterion.Id, place), place);
        }
    }

    private static Location Fallback(Verdict verdict, string? component) =>
        new(verdict.Components.FirstOrDefault(known => known.Id == component || component is null) is { } found ? FilePlaces.Entry(found) : "assay.yaml", 1);

    private static void Issue(Utf8JsonWriter json, string check, string description, string severity, string fingerprint, Location place)
    {
        json.WriteStartObject();
        json.Text("description", Printable.Line(description));
        json.Text("check_name", check);
        json.Text("fingerprint", fingerprint);
        json.Text("severity", severity);
        json.WriteStartObject("location");
        json.Text("path", place.File);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", Math.Max(1, place.Line ?? 1));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
