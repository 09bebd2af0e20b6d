using System.Globalization;
using Assay.Core.Configurations;

namespace Assay.Core.Rules;

/// <summary>What assay.yaml at head loosens against base. A file that comes with the change is compared with having none.</summary>
internal static class ConfigurationDiff
{
    public static IEnumerable<Weakening> Loosened(Configuration atBase, Configuration head)
    {
        if (ReferenceEquals(atBase, head)) yield break;
        var place = new Location(head.Path ?? atBase.Path ?? "assay.yaml");
        foreach (var what in Whole(atBase, head)) yield return new Weakening(WeakeningSource.Rule, what, place);
        foreach (var before in atBase.Components)
        {
            if (head.Components.FirstOrDefault(component => component.Id == before.Id) is not { } after)
                yield return new Weakening(WeakeningSource.Rule, $"removes component {before.Id}", place);
            else
                foreach (var what in Of(before, after)) yield return new Weakening(WeakeningSource.Rule, $"{before.Id}: {what}", place);
        }
        foreach (var added in head.Components.Where(component => atBase.Components.All(before => before.Id != component.Id)))
        {
            foreach (var what in TakenOver.Of(atBase, head, added)) yield return new Weakening(WeakeningSource.Rule, $"{added.Id}: {what}", place);
            foreach (var what in Of(ComponentConfiguration.Detected(added.Id, added.Path), added with { Kind = null, Critical = [], Prompts = [] }))
                yield return new Weakening(WeakeningSource.Rule, $"{added.Id}: {what}", place);
        }
    }

    private static IEnumerable<string> Whole(Configuration before, Configuration after)
    {
        if (before.Standard != after.Standard) yield return $"changes the standard from {before.Standard ?? "production"} to {after.Standard ?? "production"}";
        if (before.Advisories != after.Advisories) yield return $"reads advisories from {after.Advisories ?? "no file"} instead of {before.Advisories ?? "none"}";
        foreach (var glob in before.Sensitive.Except(after.Sensitive)) yield return $"no longer calls {glob} sensitive";
        foreach (var reviewer in after.SecurityReviewers.Except(before.SecurityReviewers)) yield return $"makes {reviewer} a security reviewer";
        foreach (var (criterion, bound) in after.Bounds.Except(before.Bounds)) yield return $"sets the bound of {criterion} to {bound}";
        foreach (var criterion in before.Bounds.Keys.Except(after.Bounds.Keys)) yield return $"drops its own bound of {criterion}";
    }

    private static IEnumerable<string> Of(ComponentConfiguration before, ComponentConfiguration after)
    {
        if (before.Path != after.Path) yield return $"moves from {Shown(before.Path)} to {Shown(after.Path)}";
        if (before.Kind != after.Kind) yield return "changes its kind";
        if (before.Profile is { } least && !(after.Profile >= least)) yield return $"lowers its least profile from {Snake.Case(least)} to {(after.Profile is { } now ? Snake.Case(now) : "none")}";
        foreach (var id in before.DependsOn.Except(after.DependsOn)) yield return $"no longer depends on {id}";
        foreach (var glob in after.Exclude.Except(before.Exclude)) yield return $"excludes {glob}";
        foreach (var glob in after.Tests.Except(before.Tests)) yield return $"calls {glob} tests";
        foreach (var glob in before.Critical.Except(after.Critical)) yield return $"no longer calls {glob} critical";
        foreach (var glob in before.Prompts.Except(after.Prompts)) yield return $"no longer calls {glob} prompts";
        foreach (var glob in before.Evidence.Except(after.Evidence)) yield return $"no longer reads {glob}";
        foreach (var glob in after.Evidence.Except(before.Evidence)) yield return $"reads further reports: {glob}";
        foreach (var entry in after.Quarantine)
        {
            var stood = before.Quarantine.FirstOrDefault(other => other.Test == entry.Test);
            if (stood is null) yield return $"quarantines {entry.Test} until {Day(entry.Until)}";
            else if (entry.Until > stood.Until) yield return $"keeps {entry.Test} in quarantine until {Day(entry.Until)} instead of {Day(stood.Until)}";
        }
        foreach (var (step, command) in after.Commands.Except(before.Commands)) yield return $"sets the command for {step} to: {command}";
        foreach (var step in before.Commands.Keys.Except(after.Commands.Keys)) yield return $"drops the command for {step}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(string path) => path.Length == 0 ? "." : path;
}
