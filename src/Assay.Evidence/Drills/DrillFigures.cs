using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Drills;

/// <summary>The figures of a drill: every key there, no other, no figure below zero.</summary>
internal static class DrillFigures
{
    private const int DigestLength = 64;

    /// <summary>The object under the drill's name, which has been stepped into.</summary>
    internal static DrillResult Read(JsonPull json, string drill) => drill switch
    {
        "backup" => Backup(json),
        "shutdown" => Shutdown(json),
        "rollback" => Rollback(json),
        _ => Health(json),
    };

    internal static DrillKind KindOf(DrillResult result) => result switch
    {
        BackupResult => DrillKind.Backup,
        ShutdownResult => DrillKind.Shutdown,
        RollbackResult => DrillKind.Rollback,
        _ => DrillKind.Health,
    };

    private static BackupResult Backup(JsonPull json)
    {
        string? original = null, restored = null;
        decimal? rows = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "original": original = Digest(json); break;
                case "restored": restored = Digest(json); break;
                case "rows": rows = Whole(json); break;
                default: throw Unknown(json);
            }
        }
        return new BackupResult(original ?? throw Lacks(json, "original"), restored ?? throw Lacks(json, "restored"), rows ?? throw Lacks(json, "rows"));
    }

    private static ShutdownResult Shutdown(JsonPull json)
    {
        decimal? inFlight = null, completed = null, lost = null, seconds = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "in_flight": inFlight = Whole(json); break;
                case "completed": completed = Whole(json); break;
                case "lost": lost = Whole(json); break;
                case "seconds": seconds = Figure(json); break;
                default: throw Unknown(json);
            }
        }
        return new ShutdownResult(inFlight ?? throw Lacks(json, "in_flight"), completed ?? throw Lacks(json, "completed"), lost ?? throw Lacks(json, "lost"), seconds ?? throw Lacks(json, "seconds"));
    }

    private static RollbackResult Rollback(JsonPull json)
    {
        string? from = null, to = null;
        decimal? seconds = null, served = null, failed = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "from": from = Digest(json); break;
                case "to": to = Digest(json); break;
                case "seconds": seconds = Figure(json); break;
                case "served_after": served = Whole(json); break;
                case "failed_after": failed = Whole(json); break;
                default: throw Unknown(json);
            }
        }
        return new RollbackResult(from ?? throw Lacks(json, "from"), to ?? throw Lacks(json, "to"), seconds ?? throw Lacks(json, "seconds"),
            served ?? throw Lacks(json, "served_after"), failed ?? throw Lacks(json, "failed_after"));
    }

    private static HealthResult Health(JsonPull json)
    {
        var checks = ImmutableArray.CreateBuilder<HealthCheck>();
        while (json.NextKey())
        {
            if (json.Key != "checks") throw Unknown(json);
            if (!json.BeginArray()) continue;
            while (json.NextObject()) checks.Add(Check(json));
        }
        return checks.Count > 0 ? new HealthResult(checks.ToImmutable()) : throw Lacks(json, "checks");
    }

    private static HealthCheck Check(JsonPull json)
    {
        HealthEndpoint? endpoint = null;
        HealthState? state = null;
        string? path = null;
        int? status = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "endpoint": endpoint = Snake.Parse<HealthEndpoint>(json.TakeText() ?? ""); break;
                case "state": state = Snake.Parse<HealthState>(json.TakeText() ?? ""); break;
                case "path": path = json.TakeText(); break;
                case "status": status = json.TakeInt(); break;
                default: throw Unknown(json);
            }
        }
        return new HealthCheck(endpoint ?? throw Lacks(json, "endpoint (liveness or readiness)"), path is ['/', ..] ? path : throw Lacks(json, "path (from / on)"),
            state ?? throw Lacks(json, "state (healthy or dependency_down)"), status is >= 100 and <= 599 ? status.Value : throw Lacks(json, "status (100 to 599)"));
    }

    private static string Digest(JsonPull json) =>
        json.TakeText() is { } text && text.StartsWith("sha256:", StringComparison.Ordinal) && text.Length == 7 + DigestLength && text.AsSpan(7).IndexOfAnyExcept("0123456789abcdef") < 0
            ? text
            : throw json.Mistake(EvidenceErrors.Unreadable, $"'{json.Key}' must be sha256: with {DigestLength} digits from 0-9 and a-f");

    private static decimal Whole(JsonPull json) => Figure(json) is var figure && decimal.IsInteger(figure)
        ? figure
        : throw json.Mistake(EvidenceErrors.Unreadable, $"'{json.Key}' must be a whole number");

    private static decimal Figure(JsonPull json) => json.TakeLooseDecimal() is { } figure and >= 0
        ? figure
        : throw json.Mistake(EvidenceErrors.Unreadable, $"'{json.Key}' must be a number from 0 up");

    private static JsonMistake Lacks(JsonPull json, string key) => json.Mistake(EvidenceErrors.Unreadable, $"a drill must have its '{key}'");

    private static JsonMistake Unknown(JsonPull json) => json.Mistake(EvidenceErrors.Unreadable, "it holds a key that is not part of the format");
}
