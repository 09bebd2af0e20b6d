using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Judging;

namespace Assay.Cli.Publishing;

/// <summary>
/// Reads what <c>assay check --format json</c> wrote. It is not believed blindly: a status that is not known, or an outcome that its own gates do not bear out, is refused.
/// </summary>
internal static class VerdictFile
{
    private const long MostBytes = 256 * 1024 * 1024;

    /// <exception cref="AssayException">It is not there, no verdict, cut off, contradicts itself, or is one of uncommitted edits.</exception>
    public static JudgedVerdict Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MostBytes) throw Unusable(path, "it is larger than 256 MB.");
            using var json = JsonDocument.Parse(file);
            return Read(path, json.RootElement);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unusable(path, "it is not there; the check has probably ended without a verdict.");
        }
        catch (JsonException failure)
        {
            throw new AssayException(new AssayError(PublishErrors.VerdictUnusable, $"{path} is no JSON, or is cut off.", path, (int?)failure.LineNumber + 1));
        }
        // What GetProperty, GetString and their like throw where a field is missing or of another kind.
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Unusable(path, "it lacks a field that every verdict has.");
        }
    }

    private static JudgedVerdict Read(string path, JsonElement root)
    {
        if (Text(root, "schema") != "assay/verdict/v1") throw Unusable(path, "it does not follow assay/verdict/v1.");
        var outcome = Known<Outcome>(path, root, "verdict");
        var change = root.GetProperty("change");
        if (change.GetProperty("dirty").GetBoolean())
            throw Unusable(path, "it judged uncommitted edits, which no commit has.", "Judge the commit: commit or remove what git status shows, then check again.");
        var gates = root.GetProperty("gates").EnumerateArray().Select(gate => (Component: Text(gate, "component"), Gate: Gate(path, gate))).ToList();
        var components = root.GetProperty("components").EnumerateArray()
            .Select(component => (Id: Text(component, "id"), Judged: !component.TryGetProperty("judged", out var judged) || judged.GetBoolean())).ToList();
        ImmutableArray<JudgedComponent> found = [.. components.Where(component => component.Judged).Select(component =>
            Component(component.Id, [.. gates.Where(gate => gate.Component == component.Id).Select(gate => gate.Gate)]))];

        if (gates.Any(gate => !found.Any(component => component.Id == gate.Component))) throw Unusable(path, "it has gates of a component that it does not name as judged.");
        if (outcome != Outcome.Blocked && (found.IsEmpty || found.Any(component => component.Outcome == Outcome.Blocked)))
            throw Unusable(path, $"it says {Snake.Case(outcome)}, and its own gates do not.");
        if (outcome == Outcome.Pass && found.Any(component => component.Outcome != Outcome.Pass)) throw Unusable(path, "it says pass, and something in it is not passed.");

        var standard = root.GetProperty("standard");
        return new JudgedVerdict(outcome, Known<Judged>(path, root, "judged"), Text(change, "head"), Text(root, "run"),
            $"{Text(standard, "name")} {Text(standard, "version")} {Text(root, "profile")}", root.GetProperty("weakened").GetArrayLength(),
            found, [.. components.Where(component => !component.Judged).Select(component => component.Id)]);
    }

    private static JudgedGate Gate(string path, JsonElement gate)
    {
        ImmutableArray<JudgedCriterion> criteria = [.. gate.GetProperty("criteria").EnumerateArray().Select(criterion => new JudgedCriterion(
            Text(criterion, "id"), Known<Status>(path, criterion, "status"), Text(criterion, "required"), Text(criterion, "actual"), Text(criterion, "reason"), Text(criterion, "remedy")) { Owes = IsOwed(criterion) })];
        var status = Known<Status>(path, gate, "status");
        return status == criteria.Select(criterion => criterion.Status).Worst() ? new JudgedGate(Text(gate, "id"), status, criteria)
            : throw Unusable(path, $"its gate {Text(gate, "id")} says {Snake.Case(status)}, and the criteria of that gate do not.");
    }

    /// <summary>Passes only where something passed and nothing blocks; with debt it is adopting.</summary>
    private static JudgedComponent Component(string id, ImmutableArray<JudgedGate> gates)
    {
        var statuses = gates.SelectMany(gate => gate.Criteria).Select(criterion => criterion.Owes ? Status.Owed : criterion.Status).ToList();
        var outcome = statuses.Any(status => status.Blocks()) ? Outcome.Blocked
            : statuses.Any(status => status is not (Status.Pass or Status.NotDue or Status.NotApplicable or Status.Waived)) ? Outcome.Adopting
            : statuses.Contains(Status.Pass) ? Outcome.Pass : Outcome.Blocked;
        return new JudgedComponent(id, outcome, gates);
    }

    /// <summary>Debt that is not due yet is debt.</summary>
    private static bool IsOwed(JsonElement criterion) => Text(criterion, "status") == "owed"
        || (Text(criterion, "status") == "not_due" && criterion.TryGetProperty("wouldBe", out var wouldBe) && wouldBe.ValueKind == JsonValueKind.String && wouldBe.GetString() == "owed");

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static T Known<T>(string path, JsonElement parent, string name) where T : struct, Enum =>
        Snake.Parse<T>(Text(parent, name)) ?? throw Unusable(path, $"its {name} \"{Short(Text(parent, name))}\" is not known.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];

    private static AssayException Unusable(string path, string why, string? nextStep = null) =>
        new(new AssayError(PublishErrors.VerdictUnusable, $"{path} is not published: {why}", path, NextStep: nextStep));
}
