using System.Collections.Immutable;
using Assay.Core.Judging;

namespace Assay.Output.Findings;

/// <summary>What blocks because nothing has produced it yet, grouped by the one command that does.</summary>
internal sealed class ByCommand
{
    private readonly HashSet<(string Component, string Criterion)> _held;

    private ByCommand(ImmutableArray<CommandGroup> groups, HashSet<(string, string)> held) => (Groups, _held) = (groups, held);

    /// <summary>Nothing is grouped: every finding is an item of its own.</summary>
    public static ByCommand None { get; } = new([], []);

    /// <summary>The commands, what gives most first.</summary>
    public ImmutableArray<CommandGroup> Groups { get; }

    public static ByCommand Of(Verdict verdict, NotShownYet notShown)
    {
        var components = verdict.Components.ToDictionary(component => component.Id);
        var found =
            (from gate in verdict.Gates
             from finding in gate.Findings
             where finding.Status.Blocks() && !notShown.Holds(gate.Component, finding)
             let producer = Producer.Of(verdict, components[gate.Component], finding)
             where producer is not null
             select (gate.Component, finding.Criterion.Id, Producer: producer)).ToList();
        return new ByCommand(
            [
                .. found.GroupBy(one => one.Producer.Command)
                    .Select(group => new CommandGroup(group.Key, [.. group.Select(one => one.Producer.What).Distinct()], [.. group.Select(one => one.Producer.Then).OfType<string>().Distinct()], [.. group.Select(one => one.Id).Distinct()], [.. group.Select(one => one.Component).Distinct()]))
                    .OrderByDescending(group => group.Criteria.Length),
            ],
            [.. found.Select(one => (one.Component, one.Id))]);
    }

    public bool Holds(string component, Finding finding) => _held.Contains((component, finding.Criterion.Id));
}

/// <summary>One command with what it would give.</summary>
/// <param name="What">What it does, each once.</param>
/// <param name="Then">What is to be done afterwards, each once.</param>
/// <param name="Criteria">Ids of the criteria that wait for it.</param>
/// <param name="Components">Ids of the components in which they wait.</param>
internal sealed record CommandGroup(string Command, ImmutableArray<string> What, ImmutableArray<string> Then, ImmutableArray<string> Criteria, ImmutableArray<string> Components);
