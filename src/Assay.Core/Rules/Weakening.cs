namespace Assay.Core.Rules;

/// <summary>
/// Where a weakening comes from: flags of the caller and settings that stood before are listed only,
/// rules that the change edits and suppressions that it adds fail <c>rules_kept</c>.
/// </summary>
public enum WeakeningSource { Flag, Setting, Rule, Suppression }

/// <summary>Something that made a judgement laxer than the named standard.</summary>
/// <param name="What">What it is, in plain words.</param>
/// <param name="Location">Where it stands; null for a flag.</param>
public sealed record Weakening(WeakeningSource Source, string What, Location? Location = null);
