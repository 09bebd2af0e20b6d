using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Git and the change: ASY13xx.</summary>
public static class GitErrors
{
    /// <summary>git could not be started.</summary>
    public static readonly ErrorKind GitMissing = new("ASY1301", ErrorClass.System, "git could not be started",
        "Assay reads every change through git.",
        "Install git and make sure that it is on the PATH.");

    /// <summary>This is not inside a git repository.</summary>
    public static readonly ErrorKind NotARepository = new("ASY1302", ErrorClass.Validation, "This is not inside a git repository",
        "Without git there is no change and no content to bind evidence to.",
        "Run git init and commit, or name a folder inside a repository.");

    /// <summary>The revision does not exist here.</summary>
    public static readonly ErrorKind RevisionNotFound = new("ASY1303", ErrorClass.Validation, "The revision does not exist here",
        "A change from or to an unknown revision cannot be judged.",
        "Check the name; git fetch may bring it.");

    /// <summary>The clone is shallow and the base is out of reach.</summary>
    public static readonly ErrorKind ShallowClone = new("ASY1304", ErrorClass.System, "The clone is shallow and the base is out of reach",
        "Without the base the change is unknown; an empty change would be a false pass.",
        "Run: git fetch --unshallow (in CI: fetch-depth: 0)");

    /// <summary>Base and head are the same.</summary>
    public static readonly ErrorKind EmptyRange = new("ASY1305", ErrorClass.Validation, "Base and head are the same",
        "An empty change is not judged as a change.",
        "Name another --base, or leave it out.");

    /// <summary>The repository has no commit yet.</summary>
    public static readonly ErrorKind NoCommit = new("ASY1306", ErrorClass.Validation, "The repository has no commit yet",
        "There is nothing that a verdict could be bound to.",
        "Make a first commit.");

    /// <summary>git answered with an error.</summary>
    public static readonly ErrorKind GitFailed = new("ASY1307", ErrorClass.System, "git answered with an error",
        "Assay does not guess what git could not tell.",
        "Run the shown git command by hand.");

    /// <summary>No common ancestor with the base.</summary>
    public static readonly ErrorKind NoMergeBase = new("ASY1308", ErrorClass.Business, "No common ancestor with the base",
        "The histories do not meet, so the change cannot be told.",
        "Name the base with --base.");

    /// <summary>Files are hidden from git.</summary>
    public static readonly ErrorKind HiddenFromGit = new("ASY1309", ErrorClass.Security, "Files are hidden from git",
        "assume-unchanged, skip-worktree or a redirected work tree would hide edits from the judgement.",
        "Run: git update-index --no-assume-unchanged --no-skip-worktree FILE");

    internal static ImmutableArray<ErrorKind> All => [GitMissing, NotARepository, RevisionNotFound, ShallowClone, EmptyRange, NoCommit, GitFailed, NoMergeBase, HiddenFromGit];
}
