using System.Collections.Immutable;
using Assay.Cli.Baselines;
using Assay.Cli.Commands;
using Assay.Core.Adoption;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Proof.Green;
using Assay.Toolchains.Collecting;
using Assay.Toolchains.Components;
using Assay.Toolchains.Releases;

namespace Assay.Cli;

/// <summary>Standard + Change + Evidence → Verdict, from top to bottom.</summary>
internal static class Pipeline
{
    public static async Task<Verdict> RunAsync(CheckOptions options, ICollectProgress progress, Surroundings surroundings, CancellationToken cancellation)
    {
        Policies.PrepareDefault();
        using var repository = GitRepository.Open(options.Path, cancellation);
        var selection = ChangeReader.Select(repository, new ChangeRequest(options.Base, options.Head, options.Phase == Phase.Deployment));
        var change = selection.Change;

        var pinned = surroundings.Pinned(cancellation);
        var (head, atBase) = Policies.Load(repository, selection, options.Standard, pinned);
        var other = options.WhatIf is { } named ? Policies.Standard(named, pinned) : null;
        var piledUp = repository.PiledUp(selection, Agreement.Place(repository.Scope, selection));
        var profile = Profiled(head, atBase);
        var all = JudgedComponents.Of(selection, repository.Scope, head.Configuration, options.Phase, everything: options.Adopting);
        ImmutableArray<FoundComponent> components = [.. all.Where(found => found.Component.Judged)];
        Inventory.ReadAhead(selection.Head, components);
        ImmutableArray<Weakening> weakened =
        [
            .. selection.Weakened, .. profile.Weakened,
            .. NamedStandard.Weakens(head.Standard, options.Standard, options.Standard is null ? null : Policies.Usual(repository, selection, pinned)),
            .. Weakenings.Of(change, head, selection.Head, atBase, selection.Base),
            .. Unjudged.In(change, repository.Scope, all),
            .. Escaped.In(change, selection.Head, selection.Base),
            .. RemovedComponents.In(change, repository.Scope, all, selection.Head, selection.Base, atBase.Configuration),
            .. components.SelectMany(found => NewlyGenerated.In(change, selection.Head, selection.Base, found, all)),
        ];

        var agreement = options.Phase == Phase.Deployment ? Agreement.None : Agreement.Load(repository, selection, new ComponentFolders([.. all.Select(found => found.Component)], atBase.Configuration), DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime));
        var release = options.Artifact is null ? null : Release.Of(options.Artifact, Environment.CurrentDirectory);
        var origins = new Lazy<ImmutableArray<string>>(repository.Origins);
        var store = new EvidenceStore(repository.Root);
        // Nothing that runs is due before implementation.
        var collection = options is { Collect: true, Head: null, Phase: not Phase.PreImplementation }
            ? await CollectAsync(repository, store, selection, all, head.Configuration, options.Phase, release, origins, progress, surroundings, Due, cancellation)
            : Collection.None;

        bool Due(FoundComponent found, StepKind kind) =>
            new[] { (head, found.Configuration.Profile), (atBase, AtBase(atBase.Configuration, found).Profile) }
                .Any(rules => DueSteps.Of([rules.Item1.Standard], (found.Component with { Profile = rules.Item2 }).Raise(profile.Profile), options.Phase).Contains(kind));

        var evidence = EvidenceGathering.Gather(repository, store, selection, all, collection.Steps, options.Evidence, cancellation);
        if (change.Judged == Judged.State) evidence = evidence with { Problems = [.. evidence.Problems, .. Unjudged.In(selection.Head, repository.Scope, all)] };

        // Only what outlives its content needs them, and a long history takes a while.
        var asked = evidence.Readings.Any(reading => reading.Item.Origin is not null);

        var judgedAt = surroundings.Time.GetUtcNow();
        var sources = new SourceOutlines(selection.Head);
        var territory = new Territory(selection.Head, all.Select(found => found.Component.Path));
        var territoryAtBase = selection.Base is null ? null : new Territory(selection.Base, all.Select(found => found.Component.Path));
        var gone = change.Files.Select(file => file.Kind == ChangeKind.Deleted ? file.Path : file.OldPath).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // Whether the baseline grew shows only once it is known what of the old one still stands.
        var byBase = ByBase(atBase, profile.Profile);
        if (agreement.Loosened(byBase.Owed) is { IsEmpty: false } loosened)
        {
            weakened = weakened.AddRange(loosened);
            byBase = ByBase(atBase, profile.Profile);
        }
        var inputs = Inputs(head, atHead: true);
        var facts = Facts(inputs);
        var (gates, owed) = agreement.Head(Gates(head, facts, profile.Profile, found => found.Configuration), facts);
        if (change.Judged == Judged.Change) gates = BothRules.Worse(gates, byBase.Gates);

        var quarantines = inputs.Select(Quarantine.Of).ToList();
        var observed = options.ObserveUntil is { } day ? ObserveOnly.At(day, options.Phase, judgedAt) : null;
        return new Verdict(Judge.Outcome(gates), judgedAt, Surroundings.Version, head.Standard, profile.Profile, profile.Reason, options.Phase,
            surroundings.Run, change, repository.Scope, [.. all.Select(found => found.Component)], gates, facts,
            [.. evidence.Readings.Select(reading => reading.Item)], evidence.Problems, [.. Observing.Weakens(observed), .. weakened, .. agreement.Shown(owed), .. quarantines.SelectMany(quarantine => quarantine.Weakens())],
            [.. Observing.Notes(observed), .. quarantines.SelectMany(quarantine => quarantine.Notes()), .. Assumptions.Of(head.Configuration, all, options)])
        {
            Sources = options.ShowSources ? [.. inputs.SelectMany(input => ChangedSources.Of(input, facts))] : [],
            Artifacts = release is null ? [] : [release.Artifact],
            Owed = owed,
            Observed = observed,
            WhatIf = other is null ? null : Switched(other),
        };

        ProfileChoice Profiled(Policy policy, Policy policyAtBase) => ProfileChoice.Of(change, options.Phase, policy.Standard.Routing.Stricter(policyAtBase.Standard.Routing),
            atBase.Configuration.Sensitive.Concat(head.Configuration.Sensitive), piledUp, options.Profile);

        // Nothing is collected for it: what the usual verdict had no evidence of is missing here.
        WhatIf Switched(Standard standard)
        {
            var (headThen, baseThen, misfits) = Policies.Switched(head, atBase, standard);
            var then = Profiled(headThen, baseThen);
            try
            {
                var measured = Facts(Inputs(headThen, atHead: true));
                var gatesThen = agreement.Head(Gates(headThen, measured, then.Profile, found => found.Configuration), measured).Gates;
                if (change.Judged == Judged.Change) gatesThen = BothRules.Worse(gatesThen, ByBase(baseThen, then.Profile).Gates);
                return WhatIf.Of(standard, then.Profile, then.Reason, gates, gatesThen, misfits);
            }
            // The usual verdict stands, whatever the other standard is good for.
            catch (AssayException nothingDue) when (nothingDue.Errors.All(error => error.Kind == StandardErrors.NothingDue))
            {
                return WhatIf.Of(standard, then.Profile, then.Reason, gates, [], [.. misfits, .. nothingDue.Errors.Select(error => error.What)]);
            }
        }

        (ImmutableArray<GateResult> Gates, ImmutableArray<OwedCriterion> Owed) ByBase(Policy policy, Profile due)
        {
            if (change.Judged == Judged.State) return ([], []);
            var measured = Facts(Inputs(policy, atHead: false));
            return agreement.Base(Gates(policy, measured, due, found => AtBase(atBase.Configuration, found)), measured);
        }

        static ImmutableArray<Core.Facts.Fact> Facts(ImmutableArray<MeasureInput> inputs) => [.. inputs.SelectMany(input => Measure.Facts(input))];

        ImmutableArray<MeasureInput> Inputs(Policy rules, bool atHead) =>
        [
            .. from found in components
               let settings = atHead ? found.Configuration : AtBase(atBase.Configuration, found)
               let path = found.Component.Path
               let files = Inventory.Of(territory.Of(path), found.Component, settings, atHead ? null : territoryAtBase?.Of(path))
               select new MeasureInput(repository.Root, found.Component, settings, change, files, sources,
                   selection.Head, selection.Base, rules.Standard.Targets, judgedAt,
                   [.. evidence.Readings.Where(reading => reading.Item.Component == found.Component.Id)],
                   [.. evidence.Problems.Where(problem => problem.Component is null || problem.Component == found.Component.Id)],
                   weakened, collection.Touched)
               {
                   Sensitive = [.. rules.Standard.Routing.Sensitive, .. rules.Configuration.Sensitive],
                   Itemised = agreement.Any || options.Adopting,
                   Phase = options.Phase,
                   ConfigurationPath = rules.Configuration.Path,
                   SecurityReviewers = rules.Configuration.SecurityReviewers,
                   Gone = gone.Count == 0 || territoryAtBase is null ? [] : [.. Inventory.Of(territoryAtBase.Of(path), found.Component, settings).Where(file => gone.Contains(file.Path))],
               },
        ];

        ImmutableArray<GateResult> Gates(Policy policy, ImmutableArray<Core.Facts.Fact> measured, Profile due, Func<FoundComponent, ComponentConfiguration> settings) =>
            Judge.Gates(new JudgementInput(policy.Standard, due, options.Phase, change.Judged,
                [.. components.Select(found => found.Component with { Profile = settings(found).Profile, Owners = settings(found).Owners })],
                measured, [.. evidence.Readings.Select(reading => reading.Item)], judgedAt)
            {
                Artifact = release?.Artifact.Digest,
                Origins = asked ? origins.Value : [],
            });
    }

    /// <summary>Ids as records keep them; null where there are none.</summary>
    public static string? Joined(ImmutableArray<string> origins) => origins.IsEmpty ? null : string.Join(' ', origins);

    private static async Task<Collection> CollectAsync(
        GitRepository repository, EvidenceStore store, ChangeSelection selection, ImmutableArray<FoundComponent> components,
        Configuration configuration, Phase phase, Release? release, Lazy<ImmutableArray<string>> origins, ICollectProgress progress, Surroundings surroundings,
        Func<FoundComponent, StepKind, bool> due, CancellationToken cancellation)
    {
        using var only = store.Lock();
        var collector = new Collector(repository.Root, store, surroundings.Time, Surroundings.Version, progress, () => Joined(origins.Value))
        {
            Advisories = configuration.Advisories,
            IsDue = due,
            // A deployment relies on nothing that ran before.
            Shown = phase == Phase.Deployment ? _ => ImmutableHashSet<string>.Empty : new GreenRecords(repository, selection.Head, surroundings.Cache, Surroundings.Version, surroundings.Time).Standing,
        };
        return await collector.RunAsync(selection.Head, components, () => repository.ReadWorkTree().Tree, phase == Phase.Deployment, release, cancellation);
    }

    /// <summary>
    /// Critical paths that the change is the first to name are a tightening; they are those of base too. So is an entry of the quarantine that it takes out, or whose day
    /// it moves nearer; one that it adds is none of base's.
    /// </summary>
    private static ComponentConfiguration AtBase(Configuration configuration, FoundComponent found)
    {
        var settings = configuration.Components.FirstOrDefault(component => component.Id == found.Component.Id)
            ?? ComponentConfiguration.Detected(found.Component.Id, found.Component.Path);
        settings = settings with
        {
            Quarantine =
            [
                .. from entry in settings.Quarantine
                   join now in found.Configuration.Quarantine on entry.Test equals now.Test
                   select entry with { Until = entry.Until < now.Until ? entry.Until : now.Until },
            ],
        };
        return settings.Critical.IsEmpty ? settings with { Critical = found.Configuration.Critical } : settings;
    }
}
