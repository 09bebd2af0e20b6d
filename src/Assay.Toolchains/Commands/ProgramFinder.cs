namespace Assay.Toolchains.Commands;

/// <summary>Finds a program as a shell would: by path, or by name on the <c>PATH</c>.</summary>
public static class ProgramFinder
{
    /// <summary>Absolute path of the program; null where there is none that may be run.</summary>
    public static string? Find(string program, string workingDirectory)
    {
        if (program.Contains('/') || program.Contains(Path.DirectorySeparatorChar))
        {
            return Candidates(Path.GetFullPath(program, workingDirectory)).FirstOrDefault(CanRun);
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Where(Path.IsPathFullyQualified).SelectMany(folder => Candidates(Path.Combine(folder, program))).FirstOrDefault(CanRun);
    }

    private static IEnumerable<string> Candidates(string path) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe", path + ".cmd", path + ".bat"] : [path];

    private static bool CanRun(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
