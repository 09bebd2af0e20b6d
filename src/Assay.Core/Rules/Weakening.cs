namespace Assay.Core.Rules;

/// <summary>Where a weakening comes from: the caller's flags are listed only, the change's own edits fail <c>rules_kept</c>.</summary>
public enum WeakeningSource { Flag, Rule, Suppression }

/// <summary>Something that made a judgement laxer than the named standard.</summary>
/// <param name="What">What it is, in plain words.</param>
/// <param name="Location">Where it stands; null for a flag.</param>
public sealed record Weakening(WeakeningSource Source, string What, Location? Location = null);
