using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Changes;
using Assay.Core.Globs;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>What has piled up since the last release: files changed, and since when.</summary>
public sealed record PiledUp(int Files, string Since);

/// <summary>The profile and why. It can be raised by hand; lowering it is a weakening.</summary>
public sealed record ProfileChoice(Profile Profile, string Reason, ImmutableArray<Weakening> Weakened)
{
    /// <summary>Chooses by the number of changed files, by what they are, and by what has piled up; a state is judged by standard; a deployment, and a design before there is code to count, always by enterprise.</summary>
    public static ProfileChoice Of(Change change, Phase phase, Routing routing, IEnumerable<string> sensitive, PiledUp? piledUp, Profile? asked)
    {
        var (due, reason) = Due(change, phase, routing, new GlobSet([.. routing.Sensitive, .. sensitive]), piledUp);
        if (asked is null || asked == due) return new ProfileChoice(due, reason, []);
        if (asked > due) return new ProfileChoice(asked.Value, "asked for", []);
        return new ProfileChoice(asked.Value, "asked for",
            [new Weakening(WeakeningSource.Flag, $"--profile {Snake.Case(asked.Value)} lowers {Snake.Case(due)} ({reason})")]);
    }

    private static (Profile, string) Due(Change change, Phase phase, Routing routing, GlobSet sensitive, PiledUp? piledUp)
    {
        if (phase == Phase.Deployment) return (Profile.Enterprise, "a deployment");
        if (phase == Phase.PreImplementation) return (Profile.Enterprise, "before implementation");
        if (change.Judged == Judged.State) return (Profile.Standard, "what stands");
        var files = change.Files.Length;
        var count = files == 1 ? "1 file changed" : $"{files.ToString(CultureInfo.InvariantCulture)} files changed";
        if (files >= routing.EnterpriseFrom) return (Profile.Enterprise, count);
        if (change.Files.SelectMany(file => file.OldPath is null ? [file.Path] : new[] { file.Path, file.OldPath }).FirstOrDefault(sensitive.IsMatch) is { } path) return (Profile.Enterprise, $"{path} is sensitive");
        if (piledUp is not null && piledUp.Files >= routing.EnterpriseFrom)
            return (Profile.Enterprise, $"{piledUp.Files.ToString(CultureInfo.InvariantCulture)} files piled up since {piledUp.Since}");
        return (files >= routing.StandardFrom ? Profile.Standard : Profile.Lightweight, count);
    }
}
