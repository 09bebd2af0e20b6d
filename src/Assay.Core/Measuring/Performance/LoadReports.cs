using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Performance;

/// <summary>The reports of one kind of load test, each with the stage that a record names for it.</summary>
/// <param name="Reports">In the order of the records' stages; those that no record names follow.</param>
/// <param name="Unmade">Reports that a record names and that are not there.</param>
/// <param name="Foreign">Component of a record that is not of this component; null where there is none.</param>
internal sealed record LoadReports(List<LoadReport> Reports, List<string> Unmade, string? Foreign)
{
    /// <summary>
    /// What a step of this kind left. Where no step left any, files that somebody only put there: records of one stage are load tests, of several stress tests,
    /// and summaries without a record are load tests.
    /// </summary>
    public static LoadReports Of(MeasureInput input, StepKind kind)
    {
        var all = input.Readings.SelectMany(reading => reading.Observations.Select(observation => (observation, reading.Item)))
            .Where(pair => pair.observation is LoadRun or RequestTimes or RequestSummary).ToList();
        var recorded = all.Where(pair => pair.Item.Step == kind).ToList();
        return recorded.Count > 0 ? Joined(input, recorded, _ => true) : Joined(input, [.. all.Where(pair => pair.Item.Step is null)], run => run is null ? kind == StepKind.Load : run.Stages.Length > 1 == (kind == StepKind.Stress));
    }

    private static LoadReports Joined(MeasureInput input, List<(Observation Observation, EvidenceItem Item)> all, Func<LoadRun?, bool> wanted)
    {
        List<LoadReport> reports = [];
        List<string> unmade = [];
        string? foreign = null;
        var open = all.Where(pair => pair.Observation is not LoadRun).ToList();
        foreach (var (run, record) in all.Where(pair => pair.Observation is LoadRun).Select(pair => ((LoadRun)pair.Observation, pair.Item)))
        {
            foreach (var stage in run.Stages)
            {
                var place = Folder(record.Path) + stage.Report;
                var found = open.FindIndex(pair => pair.Item.Path == place);
                var isOwn = run.Component == input.Component.Id;
                if (!isOwn) foreign = run.Component;
                if (found >= 0)
                {
                    if (isOwn && wanted(run)) reports.Add(new LoadReport(open[found].Observation, open[found].Item, stage, record));
                    open.RemoveAt(found);
                }
                else if (isOwn && wanted(run)) unmade.Add(stage.Report);
            }
        }
        if (wanted(null)) reports.AddRange(open.Select(pair => new LoadReport(pair.Observation, pair.Item, null, null)));
        return new LoadReports(reports, unmade, foreign);
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
