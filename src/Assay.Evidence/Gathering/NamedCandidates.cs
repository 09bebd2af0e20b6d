using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Globs;
using Assay.Evidence.Store;

namespace Assay.Evidence.Gathering;

/// <summary>
/// Files that somebody named. A file may lie anywhere; a pattern stays in the repository, follows no linked folder, and looks into
/// <c>node_modules</c> only where it says so.
/// </summary>
internal static class NamedCandidates
{
    internal static IEnumerable<Candidate> Of(EvidenceRequest request, ImmutableArray<EvidenceProblem>.Builder problems)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.RepositoryRoot));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var named in request.Paths)
        {
            var (files, error) = Files(root, named);
            if (error is not null)
            {
                problems.Add(new EvidenceProblem(error, request.Component, null));
            }
            foreach (var full in files.Where(seen.Add))
            {
                if (LeadsOut(full, root))
                {
                    problems.Add(new EvidenceProblem(new AssayError(EvidenceErrors.OutsideRepository, "A link leads out of the repository.", Candidate.Shown(root, full)), request.Component, null));
                }
                else
                {
                    yield return new Candidate(full, Candidate.Shown(root, full), Trust.Asserted);
                }
            }
        }
    }

    private static (IEnumerable<string> Files, AssayError? Error) Files(string root, string named)
    {
        if (named.Length == 0 || named.Contains('\0'))
        {
            return ([], new AssayError(EvidenceErrors.NotFound, "The path is empty or holds a character that no path has.", named.Replace('\0', ' ')));
        }
        var full = Path.GetFullPath(Path.Combine(root, named));
        try
        {
            if (File.Exists(full) || new FileInfo(full).LinkTarget is not null && !Directory.Exists(full))
            {
                return ([full], null);
            }
            if (Directory.Exists(full))
            {
                return LeadsOut(full, root) ? ([full], null) : OrNothing(Walk(full, ""), named, "The folder holds no file.");
            }
            return named.AsSpan().IndexOfAny("*?[{") < 0
                ? ([], new AssayError(EvidenceErrors.NotFound, "There is no such file.", named))
                : Matching(root, named);
        }
        catch (Exception e) when (StoreFiles.IsDisk(e))
        {
            return ([], new AssayError(EvidenceErrors.Unreadable, $"The folder could not be read from disk: {e.Message}", named));
        }
    }

    private static (IEnumerable<string>, AssayError?) Matching(string root, string named)
    {
        var pattern = Path.IsPathRooted(named) && RealPath.IsBelow(named, root) ? named[(root.Length + 1)..] : named;
        if (Path.IsPathRooted(pattern) || pattern.Split('/').Contains(".."))
        {
            return ([], new AssayError(EvidenceErrors.OutsideRepository, "A pattern looks only into the repository.", named));
        }
        if (!Glob.TryParse(pattern, out var glob, out var mistake))
        {
            return ([], new AssayError(ConfigurationErrors.GlobMatchedNothing, $"The pattern has a mistake: {mistake}.", named));
        }
        var start = string.Join('/', pattern.Split('/').TakeWhile(name => name.AsSpan().IndexOfAny("*?[{\\") < 0));
        var folder = Path.GetFullPath(Path.Combine(root, start));
        if (LeadsOut(folder, root) && folder != root)
        {
            return ([], new AssayError(EvidenceErrors.OutsideRepository, "A link leads out of the repository.", named));
        }
        var files = Directory.Exists(folder) ? Walk(folder, pattern).Where(full => glob.IsMatch(Candidate.Shown(root, full))) : [];
        return OrNothing(files, named, "The pattern matched no file.");
    }

    private static (IEnumerable<string>, AssayError?) OrNothing(IEnumerable<string> files, string named, string what)
    {
        var all = files.Order(StringComparer.Ordinal).ToList();
        return (all, all.Count == 0 ? new AssayError(ConfigurationErrors.GlobMatchedNothing, what, named) : null);
    }

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (open.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos())
            {
                if (entry is not DirectoryInfo below)
                {
                    yield return entry.FullName;
                }
                else if (below.LinkTarget is null && below.Name is not (".git" or ".assay") && (below.Name != "node_modules" || pattern.Contains("node_modules", StringComparison.Ordinal)))
                {
                    open.Push(below);
                }
            }
        }
    }

    // A file that lies elsewhere and was named as such is fine; one that seems to lie here and does not is not.
    private static bool LeadsOut(string full, string root) => RealPath.IsBelow(full, root) && !RealPath.IsWithin(full, root);
}
