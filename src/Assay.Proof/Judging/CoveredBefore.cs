using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Measuring.Coverage;

namespace Assay.Proof.Judging;

/// <summary>
/// Whether tests reached all code that changed before it did: only then do tests that stay green say that behaviour stayed. Code that came where none was, and
/// lines that were edited in their place, must be reached at head too, with every way through them: there a new case of behaviour would hide. What a longer
/// rewrite leaves unreached is the business of <c>coverage_changed_lines</c>.
/// </summary>
internal static class CoveredBefore
{
    /// <summary>What no test reached, in words; null where all was reached.</summary>
    /// <param name="production">Changed production files.</param>
    public static string? Gap(ImmutableArray<ChangedFile> production, ReachedLines atBase, ReachedLines atHead)
    {
        foreach (var file in production)
        {
            foreach (var hunk in file.Hunks)
            {
                if (atBase.FirstUnreached(file.OldPath ?? file.Path, hunk.OldStart, hunk.Removed.Length, branches: false) is { } was)
                    return $"no test failed without the change, and none reached {file.OldPath ?? file.Path}:{was} before it";
                var inPlace = hunk.Removed.IsEmpty || hunk.Added.Length <= hunk.Removed.Length;
                if (inPlace && atHead.FirstUnreached(file.Path, hunk.NewStart, hunk.Added.Length, branches: true) is { } now)
                    return $"no test fails without the change, and none reaches all of {file.Path}:{now}";
            }
        }
        return null;
    }
}
