using System.Globalization;
using Assay.Core.Evidence;
using Assay.Core.Quantities;
using static Assay.Core.Facts.FactNames;

namespace Assay.Core.Measuring.Performance;

/// <summary>The highest stage of a stress test that held every bound before the first that broke one, of the expected peak.</summary>
internal static class CapacityFacts
{
    private const string Name = PerformanceCapacity;

    /// <summary>A stage holds its rate where it reached this share of what was asked for.</summary>
    private const decimal Reached = 0.95m;

    /// <summary>A stage that lasted less than this, in seconds, shows nothing that lasts.</summary>
    private const decimal Shortest = 5;

    /// <summary>A stage of fewer requests shows nothing.</summary>
    private const long Fewest = 10;

    /// <summary>The breaking stage asks for this much of what was held before.</summary>
    private const decimal Raised = 1.1m;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var found = LoadReports.Of(input, StepKind.Stress);
        if (found.Reports.Count == 0 && found.Unmade.Count == 0)
        {
            draft.Missing(Name, found.Foreign is null ? "no stress test" : $"the stress test is of component {found.Foreign}",
                "Name a command that raises the load until a bound breaks: commands: stress: in assay.yaml, then assay check --phase deployment.");
            return;
        }
        string[] sources = [.. found.Reports.SelectMany(report => report.Sources)];
        if (LoadFacts.Unusable(found) is var (why, remedy)) draft.Error(Name, why, remedy, sources);
        else if (found.Reports.Find(report => report.Stage is null) is { } bare)
            draft.Error(Name, $"no load-run record says which rate {Path.GetFileName(bare.Item.Path)} asked for", "Let the stress script write a load-run record with every stage.", sources);
        else if (found.Reports.Zip(found.Reports.Skip(1)).Any(pair => pair.Second.Stage!.Rate <= pair.First.Stage!.Rate))
            draft.Error(Name, "the rates of the stages do not rise", "Let the stress script raise the rate from stage to stage.", sources);
        else if (Promise.Of(input) is not { Levels: not null, Digest: { } digest } promise)
            draft.Missing(Name, "no slo.yaml of this component states the expected peak", "State the peak in slo.yaml.");
        else Measure(found.Reports, promise, [.. sources, digest], draft);
    }

    private static void Measure(List<LoadReport> stages, Promise promise, string[] sources, FactDraft draft)
    {
        const string Again = "Let every stage last at least 5 s with the failed requests in its report, and raise the rate by at least 10 % from stage to stage.";
        decimal? held = null, asked = null;
        foreach (var stage in stages)
        {
            var result = new LoadResult([stage]);
            if (Unreal(stage, result) is { } unreal)
            {
                draft.Missing(Name, $"the stage of {Shown(stage.Stage!.Rate)} /s shows nothing: {unreal}", Again);
                return;
            }
            if (Broken(result, stage.Stage!.Rate, promise) is { } how)
            {
                if (stage.Stage.Rate < asked * Raised)
                {
                    draft.Missing(Name, $"{Shown(stage.Stage.Rate)} /s broke ({how}) less than 10 % above {Shown(asked!.Value)} /s, which held: that is no breaking point", Again);
                    return;
                }
                var peak = promise.Levels!.Peak;
                var capacity = new Quantity(100m * (held ?? 0) / peak.Value, Unit.Percent);
                draft.Measured(Name, capacity, sources, $"of {peak}: broke at {Shown(stage.Stage.Rate)} /s ({how})");
                return;
            }
            asked = stage.Stage.Rate;
            held = Math.Min(stage.Stage.Rate, result.Rate!.Value);
        }
        draft.Missing(Name, $"the breaking point was not reached: {Shown(stages[^1].Stage!.Rate)} /s was still held", "Raise the rate of the last stage until a bound breaks.");
    }

    /// <summary>Why a stage neither holds nor breaks; null where it is a real one.</summary>
    private static string? Unreal(LoadReport stage, LoadResult result) =>
        result.Seconds < Shortest ? $"it lasted under {Shown(Shortest)} s"
        : result.Failed is null ? "its errors are not known"
        : stage.Reported < Fewest ? $"it made fewer than {Fewest} requests"
        : null;

    /// <summary>What broke under this stage; null where every bound held.</summary>
    private static string? Broken(LoadResult result, decimal rate, Promise promise)
    {
        var errors = 100m * result.Failed!.Value / result.Requested;
        if (!promise.Holds(PerformanceErrorRate, errors)) return $"{new Quantity(errors, Unit.Percent).ToString(roundUp: true)} errors";
        var (p95, why) = result.Percentile(95);
        if (p95 is null) return why;
        if (!promise.Holds(LatencyP95, p95.Value)) return $"p95 {new Quantity(p95.Value, Unit.Milliseconds)}";
        return result.Rate < rate * Reached ? $"reached {Shown(decimal.Round(result.Rate!.Value, 1))} /s" : null;
    }

    private static string Shown(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
