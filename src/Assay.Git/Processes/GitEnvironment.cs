using System.Collections.Immutable;
using System.Diagnostics;

namespace Assay.Git.Processes;

/// <summary>
/// What every call of git is given, so that neither variables nor configuration of the user, the machine or the repository change what it answers.
/// See git(1), git-config(1).
/// </summary>
internal static class GitEnvironment
{
    private static readonly string Nothing = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    /// <summary>Options before the subcommand; settings given here win over every configuration file.</summary>
    public static readonly ImmutableArray<string> Options =
    [
        "--no-pager",
        "-c", "core.fsmonitor=false",
        "-c", $"core.hooksPath={Nothing}",
        "-c", $"core.attributesFile={Nothing}",
        "-c", $"core.excludesFile={Nothing}",
        "-c", "core.quotePath=false",
        "-c", "core.untrackedCache=false",
        "-c", "core.ignoreStat=false",
        "-c", "core.splitIndex=false",
        "-c", "core.commitGraph=false",
        "-c", "core.bigFileThreshold=512m",
        "-c", "diff.external=",
        "-c", "diff.renames=true",
        "-c", "diff.suppressBlankEmpty=false",
        "-c", "safe.directory=*",
        .. CaseSensitive,
    ];

    /// <summary>On a case-sensitive file system the setting would hide <c>A.cs</c> beside a tracked <c>a.cs</c>.</summary>
    private static ImmutableArray<string> CaseSensitive =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? [] : ["-c", "core.ignoreCase=false"];

    public static void Apply(ProcessStartInfo start, ImmutableDictionary<string, string> extra)
    {
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["GIT_GRAFT_FILE"] = Nothing;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = Nothing;
        start.Environment["GIT_ATTR_NOSYSTEM"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_DISCOVERY_ACROSS_FILESYSTEM"] = "1";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in extra)
            start.Environment[name] = value;
    }
}
