using Assay.Core.Errors;

namespace Assay.Git.Processes;

/// <summary>Where git is. Only absolute folders of the PATH count: a <c>git</c> in the judged folder must never be started.</summary>
internal static class GitExecutable
{
    public static string Find(string? searchPath)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Path.IsPathFullyQualified(folder))
                continue;
            var candidate = Path.Combine(folder, name);
            if (File.Exists(candidate))
                return candidate;
        }

        throw Missing("No git was found on the PATH.");
    }

    public static AssayException Missing(string what) => new(new AssayError(GitErrors.GitMissing, what));
}
