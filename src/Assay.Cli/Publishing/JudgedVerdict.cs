using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Judging;

namespace Assay.Cli.Publishing;

/// <summary>A verdict as its JSON says it, in so far as publishing needs it; it agrees with its own gates.</summary>
/// <param name="Head">The commit that was judged.</param>
/// <param name="Run">Id of the run that judged.</param>
/// <param name="Rules">Standard, version and profile, e.g. <c>production 1.1.0 standard</c>.</param>
/// <param name="Weakened">How many things made the judgement laxer.</param>
/// <param name="Components">Those that were judged.</param>
/// <param name="Untouched">Ids of those that the change does not concern.</param>
internal sealed record JudgedVerdict(
    Outcome Outcome, Judged Judged, string Head, string Run, string Rules, int Weakened,
    ImmutableArray<JudgedComponent> Components, ImmutableArray<string> Untouched);

/// <summary>A component with its gates.</summary>
internal sealed record JudgedComponent(string Id, Outcome Outcome, ImmutableArray<JudgedGate> Gates);

/// <summary>A gate; its status is that of its worst criterion.</summary>
internal sealed record JudgedGate(string Id, Status Status, ImmutableArray<JudgedCriterion> Criteria);

/// <summary>A criterion, in words.</summary>
internal sealed record JudgedCriterion(string Id, Status Status, string Required, string Actual, string Reason, string Remedy)
{
    /// <summary>It is below the bar as agreed, due or not.</summary>
    public bool Owes { get; init; }
}
