using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Operations;

/// <summary>
/// Drills: the last one of each kind decides, however it went, so that an old success hides no newer failure. What is broken of a drill decides its own fact and no other.
/// </summary>
internal static class DrillFacts
{
    /// <summary>A drill may run on another machine, whose clock differs.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private static readonly (string Fact, DrillKind Kind)[] Ages =
        [(FactNames.DrillsBackupAge, DrillKind.Backup), (FactNames.DrillsShutdownAge, DrillKind.Shutdown), (FactNames.DrillsRollbackAge, DrillKind.Rollback)];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        foreach (var (fact, kind) in Ages)
        {
            if (Last(input, draft, fact, kind) is not var (run, item)) continue;
            if (DrillOutcome.Failure(run.Result) is { } failure)
                draft.Error(fact, $"the last {Snake.Case(kind)} drill, of {Day(run)}, did not succeed: {failure}", "Mend the cause and run the drill again: assay check --phase deployment", [item.Digest]);
            else
                draft.Measured(fact, Age(run, input.JudgedAt), [item.Digest], DrillOutcome.Shown(run.Result));
        }
        if (Last(input, draft, FactNames.HealthEndpoints, DrillKind.Health) is not var (health, from)) return;
        var wrong = DrillOutcome.Failure(health.Result);
        draft.Measured(FactNames.HealthEndpoints, Quantity.Boolean(wrong is null), [from.Digest], reason: wrong);
    }

    /// <summary>The last drill of a kind; null, with the fact said, where there is none that can be relied on.</summary>
    private static (DrillRun Run, EvidenceItem Item)? Last(MeasureInput input, FactDraft draft, string fact, DrillKind kind)
    {
        if (input.Problems.FirstOrDefault(problem => problem.Step == StepKind.Drill && Concerns(problem.StepName, kind)) is { } problem)
        {
            draft.Error(fact, problem.Error.What, problem.Error.Step);
            return null;
        }
        var all = input.All<DrillRun>().Where(drill => drill.Observation.Kind == kind).ToList();
        if (all.Find(drill => Mistake(drill.Observation, drill.Item, input.JudgedAt) is not null) is { Observation: not null } wrong)
        {
            draft.Error(fact, $"{wrong.Item.Path} {Mistake(wrong.Observation, wrong.Item, input.JudgedAt)}", "Let the drill write the times of its own run.", [wrong.Item.Digest]);
            return null;
        }
        var own = all.Where(drill => drill.Observation.Component == input.Component.Id).ToList();
        if (own.Count > 0) return own.MaxBy(drill => drill.Observation.EndedAt);
        draft.Missing(fact, Absent(input, kind, all), $"Let the command under drills: {Snake.Case(kind)} in assay.yaml leave its record in $EVIDENCE_DIR (assay init drills shows how), then: assay check --phase deployment");
        return null;
    }

    private static string Absent(MeasureInput input, DrillKind kind, List<(DrillRun Observation, EvidenceItem Item)> others) =>
        others.Count > 0 ? $"{others[0].Item.Path} is of component {others[0].Observation.Component}"
        : input.Configuration.Commands.ContainsKey(ComponentConfiguration.Drill + Snake.Case(kind)) ? $"drills: {Snake.Case(kind)} has left no record, or was not run yet"
        : $"no {Snake.Case(kind)} drill is configured or recorded";

    /// <summary>A step that is no drill by its name may have been any.</summary>
    private static bool Concerns(string? step, DrillKind kind) =>
        step is null || !Enum.GetValues<DrillKind>().Any(known => step == ComponentConfiguration.Drill + Snake.Case(known)) || step == ComponentConfiguration.Drill + Snake.Case(kind);

    private static string? Mistake(DrillRun run, EvidenceItem item, DateTimeOffset judgedAt) =>
        run.EndedAt > judgedAt + ClockTolerance ? "says that it ended in the future"
        : item is { StartedAt: { } began, ProducedAt: { } ended } && (run.StartedAt < began - ClockTolerance || run.EndedAt > ended + ClockTolerance)
            ? $"says that it ran from {run.StartedAt:u} to {run.EndedAt:u}, and its command ran from {began:u} to {ended:u}"
            : null;

    /// <summary>Up to a tenth of a day, never less than it is.</summary>
    private static Quantity Age(DrillRun run, DateTimeOffset judgedAt) =>
        new(decimal.Round((decimal)Math.Max(0, (judgedAt - run.EndedAt).TotalDays), 1, MidpointRounding.ToPositiveInfinity), Unit.Days);

    private static string Day(DrillRun run) => run.EndedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
