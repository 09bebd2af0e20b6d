using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Standards;

namespace Assay.Core.Components;

/// <summary>What kind of thing a component is.</summary>
public enum ComponentKind { Service, Library, Tool, Web }

/// <summary>What is judged as one.</summary>
/// <param name="Id">Unique within the repository.</param>
/// <param name="Path">Folder relative to the repository, forward slashes, empty for the root.</param>
/// <param name="DeclaredKind">What assay.yaml says it is.</param>
/// <param name="DetectedKind">What its sources show it to be; null where they cannot tell.</param>
/// <param name="Toolchains">The toolchain roots found in it.</param>
/// <param name="Subject"><c>sha256:…</c> over its inputs at head.</param>
public sealed record Component(
    string Id, string Path, ComponentKind? DeclaredKind, ComponentKind? DetectedKind,
    ImmutableArray<ToolchainRoot> Toolchains, string Subject)
{
    /// <summary>
    /// The kind that declaration and detection agree on. Null where they do not, or where detection cannot tell:
    /// then no criterion is set aside because of the kind.
    /// </summary>
    public ComponentKind? AgreedKind => DeclaredKind == DetectedKind ? DetectedKind : null;

    /// <summary><c>sha256:…</c> over every file that is searched for secrets with it, documentation and records included; its inputs where nothing else is known.</summary>
    public string Content { get => field ?? Subject; init; }

    /// <summary>The digest that evidence of this kind of work is bound to: a search for secrets reads every file, whatever builds or tests it.</summary>
    public string BoundTo(StepKind? step) => step == StepKind.Secrets ? Content : Subject;

    /// <summary>Folders of components that lie in this one: what is in them is theirs alone.</summary>
    public ImmutableArray<string> Nested { get; init; } = [];

    /// <summary>Ids of the components that it uses, by what its files refer to or assay.yaml says.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Who mends what comes up in it by itself, as assay.yaml names them.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>The least profile that it is judged by, whatever the size of the change; null for none of its own.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Whether it is judged: a change concerns only what it touches, and what depends on that.</summary>
    public bool Judged { get; init; } = true;

    /// <summary>Whether the path lies in this component and in none within it.</summary>
    public bool Contains(string path)
    {
        if (!IsIn(path, Path)) return false;
        foreach (var nested in Nested)
            if (IsIn(path, nested)) return false;
        return true;
    }

    /// <summary>The profile that it is judged by where the change asks for this one: its own least can only raise it.</summary>
    public Profile Raise(Profile asked) => Profile is { } least && least > asked ? least : asked;

    private static bool IsIn(string path, string folder) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));
}

/// <summary>Where a toolchain has its root: <paramref name="Entry"/> is the file that it is pointed at (a solution, a package.json), both relative to the repository.</summary>
public sealed record ToolchainRoot(string Toolchain, string Path, string Entry);
