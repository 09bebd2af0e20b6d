using System.Diagnostics;
using System.Text;

namespace Assay.Tests.Architecture;

/// <summary>What git tracks of this repository and is there.</summary>
internal static class Tracked
{
    public static IReadOnlyList<string> Files { get; } = List();

    /// <summary>The file's text; null where it is binary.</summary>
    public static string? Text(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, file));
        return bytes.AsSpan().Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }

    private static List<string> List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }
}
