namespace Assay.Cli.Commands;

/// <summary>What the user asked <c>assay prove</c> for.</summary>
/// <param name="Path">Folder whose change is proven.</param>
/// <param name="Base">Where the change starts; null for the merge base with the default branch.</param>
/// <param name="Head">Where it ends; null for the work tree.</param>
/// <param name="Commit">One commit instead of a range; null for the range.</param>
/// <param name="Hunks">Take every production hunk back alone too.</param>
/// <param name="Budget">Longest time for that.</param>
internal sealed record ProveOptions(string Path, string? Base, string? Head, string? Commit, bool Hunks, TimeSpan Budget);
