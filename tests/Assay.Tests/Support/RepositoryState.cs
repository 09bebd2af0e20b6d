using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Tests.Support;

/// <summary>
/// Everything of a repository that belongs to its user, one line a file: path, kind, permissions, digest of the content, and below <c>.git</c> the time of the last
/// change too. Equal before and after means bit-identical: work tree, index, stash, references, configuration, objects, reflogs.
/// </summary>
internal static class RepositoryState
{
    /// <summary>The state of the work tree and of the git folders that it uses.</summary>
    /// <param name="except">Paths below the root that may change; what Assay keeps of its own where null.</param>
    public static string Of(string root, params string[]? except)
    {
        except = except is { Length: > 0 } ? except : [".assay"];
        var lines = new List<string>();
        Add(lines, root, "", path => except.Contains(path), path => path == ".git" || path.StartsWith(".git/", StringComparison.Ordinal));
        foreach (var folder in GitFolders(root).Where(folder => !folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            Add(lines, folder, folder + "/", _ => false, _ => true);
        return string.Join('\n', lines);
    }

    /// <summary>One digest of <see cref="Of"/>, for records and scripts.</summary>
    public static string DigestOf(string root, params string[]? except) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(root, except))));

    private static void Add(List<string> lines, string folder, string prefix, Func<string, bool> leftOut, Func<string, bool> timed)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (leftOut(path)) continue;
            var mode = OperatingSystem.IsWindows() ? entry.Attributes.ToString() : Convert.ToString((int)entry.UnixFileMode, 8);
            if (entry.LinkTarget is { } target) lines.Add($"{path} link {target}");
            else if (entry is FileInfo file) lines.Add($"{path} {mode} {(timed(path) ? file.LastWriteTimeUtc.Ticks : 0)} {Digest(file)}");
            else
            {
                lines.Add($"{path}/ {mode}");
                Add(lines, entry.FullName, path + "/", leftOut, timed);
            }
        }
    }

    private static string Digest(FileInfo file)
    {
        using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>The git folder, and the one that linked work trees share.</summary>
    private static IEnumerable<string> GitFolders(string root)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"])
        {
            WorkingDirectory = root, RedirectStandardOutput = true,
        })!;
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();
    }
}
