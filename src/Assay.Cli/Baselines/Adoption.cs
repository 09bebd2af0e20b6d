using System.Globalization;
using System.Text;
using Assay.Cli.Commands;
using Assay.Core.Adoption;
using Assay.Core.Judging;
using Assay.Git;

namespace Assay.Cli.Baselines;

/// <summary>What <c>assay adopt</c> was asked for.</summary>
/// <param name="Until">Last day (UTC) on which anything may be owed, where a baseline is begun.</param>
/// <param name="Plan">Show where to start, and write nothing.</param>
internal sealed record AdoptRequest(DateOnly Until, bool Plan);

/// <summary>Measures everything, and writes down what may be owed: all that is below the bar at first, later only what of it is left.</summary>
internal static class Adoption
{
    public static async Task<int> RunAsync(CheckOptions options, AdoptRequest request, Progress progress, Surroundings surroundings, CancellationToken cancellation)
    {
        var verdict = await Pipeline.RunAsync(options, progress, surroundings, cancellation);
        using var repository = GitRepository.Open(options.Path, cancellation);
        var selection = ChangeReader.Select(repository, new ChangeRequest(null, null));
        var today = DateOnly.FromDateTime(verdict.JudgedAt.UtcDateTime);
        var folders = new ComponentFolders(verdict.Components, Policies.Load(repository, selection, options.Standard, surroundings.Pinned(cancellation)).Base.Configuration);
        var agreement = Agreement.Load(repository, selection, folders, today);
        var old = agreement.AtHead;
        var baseline = old is null
            ? Adopting.Of(verdict.Gates, verdict.Facts, Lineage.Same(selection.Head), today, request.Until)
            : Adopting.Tightened(old, verdict.Gates, verdict.Owed);
        if (request.Plan)
        {
            surroundings.Out.Write(PlanText.Of(DebtPlan.Of(baseline, repository.Edits(selection.Change.Head, DebtPlan.Days))));
            return ExitCodes.Passed;
        }

        var path = Path.Combine(repository.Root, agreement.Path.Replace('/', Path.DirectorySeparatorChar));
        var text = BaselineText.Write(baseline.WithComponents(folders.Folder));
        var same = old is not null && text == BaselineText.Write(old.WithComponents(folders.Folder));
        if (baseline.Owed.IsEmpty) Remove(path, old, surroundings.Out);
        else if (same) surroundings.Out.WriteLine($"{agreement.Path} is as it was: {Owes(baseline)}");
        else
        {
            Write(path, text);
            surroundings.Out.WriteLine(old is null ? $"wrote {agreement.Path}: {Owes(baseline)}" : $"wrote {agreement.Path}: {Owes(baseline)}, {Count(old.Owed.Values.Sum() - baseline.Owed.Values.Sum())} fewer than before");
        }
        Terms(baseline, surroundings.Out);
        return Rest(verdict, baseline, agreement.Path, old is null, surroundings.Out);
    }

    private static void Terms(Baseline baseline, TextWriter output)
    {
        var counts = baseline.Owed.GroupBy(pair => (pair.Key.Component, pair.Key.Criterion)).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var several = baseline.Terms.Select(terms => terms.Component).Distinct().Count() > 1;
        foreach (var terms in baseline.Terms)
        {
            var name = several ? $"{terms.Component}/{terms.Criterion}" : terms.Criterion;
            var owed = baseline.OwesAll(terms.Component, terms.Criterion) ? "not shown yet" : $"{Count(counts[(terms.Component, terms.Criterion)])} owed";
            output.WriteLine($"  {name,-28} {owed,-14} {string.Join(", ", terms.Milestones.Select(each => $"{(each.AtMost == 0 ? "none" : $"at most {Count(each.AtMost)}")} after {each.By:yyyy-MM-dd}"))}");
        }
    }

    /// <summary>What is below the bar and not in the baseline.</summary>
    private static int Rest(Verdict verdict, Baseline baseline, string path, bool begun, TextWriter output)
    {
        var rest = verdict.Gates.SelectMany(gate => gate.Findings.Select(finding => (gate.Component, Finding: finding)))
            .Where(each => each.Finding.Status.Blocks() && each.Finding.Criterion.Fact != Core.Facts.FactNames.ChecklistsHeld)
            .Where(each => Core.Facts.FactCatalog.Find(each.Finding.Criterion.Fact) is { About: Core.Facts.About.State })
            // Until it is committed, nothing is owed at base.
            .Where(each => begun ? baseline.TermsOf(each.Component, each.Finding.Criterion.Id) is null : !each.Finding.Reason.StartsWith(BothRules.AtBase, StringComparison.Ordinal)).ToList();
        if (rest.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(begun ? "cannot be put off, and blocks until it is mended:" : "new, or not measured, and not in the baseline:");
            foreach (var (component, finding) in rest) output.WriteLine($"  {finding.Criterion.Id,-28} {finding.Reason}");
        }
        if (begun && !baseline.Owed.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine($"next: commit {path} to the default branch. From then on changes are judged as adopting: what they add or edit meets the full bar.");
        }
        return rest.Count > 0 ? ExitCodes.Blocked : ExitCodes.Passed;
    }

    private static void Remove(string path, Baseline? old, TextWriter output)
    {
        output.WriteLine(old is null ? "nothing is below the bar that could be put off" : "nothing is owed any more; the baseline goes");
        if (old is not null) File.Delete(path);
    }

    private static string Owes(Baseline baseline) => $"{Count(baseline.Owed.Values.Sum())} things below the bar in {Count(baseline.Terms.Length)} criteria";

    private static void Write(string path, string text)
    {
        var begun = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(begun, text, new UTF8Encoding(false));
            File.Move(begun, path, overwrite: true);
        }
        finally
        {
            File.Delete(begun);
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
