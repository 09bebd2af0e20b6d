using System.Text.RegularExpressions;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet;

/// <summary>Error lines as MSBuild and NuGet print them: <c>place : error CODE: words [project]</c>.</summary>
internal static partial class MsBuildMessages
{
    /// <summary>Code and words of the last error in the log; null where none is there.</summary>
    internal static string? LastError(string logPath) => Errors(logPath).LastOrDefault();

    /// <summary>Code and words of the first error of the log's end; null where none is there.</summary>
    internal static string? FirstError(string logPath) => Errors(logPath).FirstOrDefault();

    /// <summary>Files of the projects that NuGet reports an error for.</summary>
    internal static IReadOnlyList<string> ProjectsWithErrors(string logPath) =>
        [.. LogTail.Lines(logPath, int.MaxValue).Select(line => Line().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["place"].Value.Trim()).Where(Projects.ProjectFile.Is).Select(Path.GetFullPath).Distinct()];

    private static IEnumerable<string> Errors(string logPath) => LogTail.Lines(logPath, int.MaxValue)
        .Select(line => Line().Match(line)).Where(match => match.Success).Select(match => match.Groups["words"].Value.Trim());

    [GeneratedRegex(@"^(?<place>.*?)\s*:\s+error\s+(?<words>[A-Z]+\d+:\s.*?)(\s\[[^\]]*\])?$")]
    private static partial Regex Line();
}
