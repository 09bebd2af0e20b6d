using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Processes;
using Assay.Git.Trees;

namespace Assay.Git.Diffs;

/// <summary>What lies between two trees. Attributes and configuration that would hide lines have no say: everything is text.</summary>
internal static class TreeDiff
{
    public const string Command = "diff-tree -r --raw --patch -z";

    private static readonly ImmutableArray<string> Options =
    [
        "--full-index", "--unified=0", "--inter-hunk-context=0", "--find-renames=50%", "-l1000",
        "--text", "--no-ext-diff", "--no-textconv", "--no-color", "--no-color-moved", "--no-relative",
        "--diff-algorithm=myers", "--indent-heuristic", "--ignore-submodules=none", "--submodule=short",
    ];

    public static async Task<ImmutableArray<ChangedFile>> BetweenAsync(GitRunner git, string from, string to, ScopeFilter scope) =>
        Parse(await git.RunAsync([.. Command.Split(' '), .. Options, from, to, "--", .. scope.Pathspecs]).ConfigureAwait(false), scope);

    internal static ImmutableArray<ChangedFile> Parse(GitOutput output, ScopeFilter scope)
    {
        ReadOnlySpan<byte> bytes = output.OrThrow().Bytes;
        var entries = RawEntry.ParseAll(bytes, out var length);
        var patches = new PatchReader(bytes[length..]);
        var files = ImmutableArray.CreateBuilder<ChangedFile>();
        foreach (var entry in entries)
        {
            var hunks = ImmutableArray.CreateBuilder<Hunk>();
            for (var n = 0; n < entry.Patches; n++)
                patches.ReadInto(hunks, entry);
            if (scope.Includes(entry.Path))
                files.Add(new(entry.Path, entry.OldPath, entry.Kind, hunks.DrainToImmutable()));
        }

        if (!patches.AtEnd)
            throw GitOutput.Failed(Command, "gave more patches than files");
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files.DrainToImmutable();
    }
}
