using System.Collections.Immutable;
using Assay.Core.Standards;

namespace Assay.Cli.Commands;

/// <summary>What the user asked <c>assay check</c> for.</summary>
/// <param name="Path">Folder to judge.</param>
/// <param name="Standard">Name or file; null for the configured one.</param>
/// <param name="Profile">Asked profile; null to let the change decide.</param>
/// <param name="Evidence">Further reports: files, folders or globs.</param>
/// <param name="Collect">Run the tools; false judges what is there.</param>
/// <param name="ShowSources">A format was asked for that shows the changed code.</param>
/// <param name="Artifact">What is to be released: a file, a folder or a digest; null where only content is judged.</param>
internal sealed record CheckOptions(
    string Path, string? Standard, Profile? Profile, Phase Phase, string? Base, string? Head, ImmutableArray<string> Evidence, bool Collect, bool ShowSources, string? Artifact)
{
    /// <summary>Last day on which a blocked verdict is reported and does not block; null where it blocks.</summary>
    public DateOnly? ObserveUntil { get; init; }

    /// <summary>Name, file or pinned standard by which the same evidence is judged once more; null for none.</summary>
    public string? WhatIf { get; init; }

    /// <summary>Every component is judged, and facts keep everything that counts against them, for a baseline to be written.</summary>
    public bool Adopting { get; init; }
}
