using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>What a reviewer said last.</summary>
public enum ReviewAnswer { Commented, Approved, ChangesRequested, Dismissed }

/// <summary>One answer of one reviewer.</summary>
/// <param name="Reviewer">Login, or e-mail address.</param>
/// <param name="Commit">Commit that was looked at; null where it is not said.</param>
/// <param name="At">When; null where it is not said.</param>
/// <param name="Outsider">It is a program, or somebody who has no part in the repository.</param>
/// <param name="AsSecurity">The answer itself says that it asked how the change could be abused.</param>
public sealed record Review(string Reviewer, ReviewAnswer Answer, string? Commit, DateTimeOffset? At, bool AsSecurity = false, bool Outsider = false) : Observation;

/// <summary>Logins, names and addresses of those who wrote what was reviewed, as the same source gives them.</summary>
public sealed record ReviewedAuthors(ImmutableArray<string> Names) : Observation;
