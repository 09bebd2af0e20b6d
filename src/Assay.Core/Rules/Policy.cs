using System.Collections.Immutable;
using Assay.Core.Configurations;
using Assay.Core.Standards;

namespace Assay.Core.Rules;

/// <summary>The rules at one revision: the standard, with the bounds that assay.yaml sets of its own, and the configuration.</summary>
/// <param name="Overridden">Bounds that are laxer than the named standard; they stand in every verdict.</param>
public sealed record Policy(Standard Standard, Configuration Configuration, ImmutableArray<Weakening> Overridden)
{
    /// <summary>Why the rules of this revision could not be had, so that others stand in for them; null where they were.</summary>
    public string? Unread { get; init; }

    /// <summary>Applies the configuration's bounds to the standard. The loader has checked that they name criteria and fit their units.</summary>
    public static Policy Of(Standard standard, Configuration configuration)
    {
        if (configuration.Bounds.IsEmpty) return new Policy(standard, configuration, []);
        var overridden = ImmutableArray.CreateBuilder<Weakening>();
        ImmutableArray<Gate> gates = [.. standard.Gates.Select(gate => gate with { Criteria = [.. gate.Criteria.Select(Apply)] })];
        return new Policy(standard with { Gates = gates }, configuration, overridden.ToImmutable());

        Criterion Apply(Criterion criterion)
        {
            if (!configuration.Bounds.TryGetValue(criterion.Id, out var bound)) return criterion;
            var own = criterion with { Requirement = criterion.Requirement with { Bound = bound } };
            if (!StandardDiff.Looser(criterion.Requirement, own.Requirement)) return own;
            overridden.Add(new Weakening(WeakeningSource.Setting, $"{criterion.Id} needs {own.Requirement} instead of {criterion.Requirement}",
                new Location(configuration.Path ?? "assay.yaml")));
            return own;
        }
    }
}
