using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Judging;

namespace Assay.Cli.Publishing;

/// <summary>A check of a commit: its name, how it ended, and what it says.</summary>
internal sealed record CheckRun(string Name, Outcome Outcome, string Title, string Summary)
{
    /// <summary>GitHub takes 65,535 characters of a summary.</summary>
    private const int MostSummary = 65_000;

    /// <summary>
    /// Success is a pass and nothing else. Adopting is neutral: GitHub lets a required check that is neutral through, as exit code 0 does, and shows it grey, since it is no pass.
    /// </summary>
    public string Conclusion => Outcome switch { Outcome.Pass => "success", Outcome.Adopting => "neutral", _ => "failure" };

    /// <summary>
    /// The checks of a verdict: one a component, what blocks first, and the one that speaks for all. GitHub takes some 80 creating requests a minute, so that of very many components the first are shown,
    /// and the roll-up says so.
    /// </summary>
    public static (CheckRun RollUp, ImmutableArray<CheckRun> Components) Of(JudgedVerdict verdict, string name, string? page)
    {
        const int most = 50;
        var shown = verdict.Components.OrderBy(component => component.Outcome).Take(most).ToList();
        var rollUp = new CheckRun(name, verdict.Outcome, CheckRunText.Title(verdict), Cut(page ?? CheckRunText.Summary(verdict, verdict.Components.Length - shown.Count)));
        return (rollUp, [.. shown.Select(component => new CheckRun($"{name} / {component.Id}", component.Outcome, CheckRunText.Title(component), Cut(CheckRunText.Summary(component))))]);
    }

    public void Write(Utf8JsonWriter json, JudgedVerdict verdict, string? details)
    {
        json.WriteString("name", Name);
        json.WriteString("head_sha", verdict.Head);
        json.WriteString("status", "completed");
        json.WriteString("conclusion", Conclusion);
        json.WriteString("external_id", verdict.Run);
        if (details is not null) json.WriteString("details_url", details);
        json.WriteStartObject("output");
        json.WriteString("title", Title);
        json.WriteString("summary", Summary);
        json.WriteEndObject();
    }

    private static string Cut(string text) => Texts.Cut(text, MostSummary);
}
