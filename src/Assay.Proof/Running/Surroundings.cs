using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assay.Toolchains.Commands;

namespace Assay.Proof.Running;

/// <summary>
/// What outside of the tree a test run depends on: Assay's version, the machine's kind, the tools on the <c>PATH</c> by place, size and time (asking each for its version
/// would take longer than answering from the cache), what is installed beside them, and the variables of the environment.
/// </summary>
internal static class Surroundings
{
    private static readonly ImmutableArray<string> Tools = ["dotnet", "node", "npm", "npx", "yarn", "pnpm", "python3", "python", "pytest", "git"];

    /// <summary>Folders beside a tool's own whose entries are versions or packages, e.g. the SDKs of dotnet.</summary>
    private static readonly ImmutableArray<string> Beside = ["sdk", "shared/Microsoft.NETCore.App", "shared/Microsoft.AspNetCore.App"];

    /// <summary>Variables of terminals and sessions, which differ between windows and change no test; Assay's own are never seen by one.</summary>
    private static readonly ImmutableArray<string> OfSessions =
    [
        "_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "WINDOWID", "TERM_SESSION_ID", "SSH_", "XDG_SESSION_", "DBUS_", "VSCODE_", "TMUX", "STY", "GPG_", "INVOCATION_ID", "JOURNAL_STREAM", "ASSAY_",
    ];

    /// <summary>One digest of all of it.</summary>
    /// <param name="version">Assay's.</param>
    public static string Digest(string version) => Digest(version, Tools.Select(tool => ProgramFinder.Find(tool, "/")), Environment.GetEnvironmentVariables());

    internal static string Digest(string version, IEnumerable<string?> tools, IDictionary variables) => ResultKey.DigestOf(
    [
        version, RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString(),
        .. tools.SelectMany(Described), "variables",
        .. variables.Keys.Cast<string>().Where(IsSeen).Order(StringComparer.Ordinal).SelectMany(name => (string?[])[name, variables[name] as string]),
    ]);

    private static bool IsSeen(string name) => !OfSessions.Any(other => other.EndsWith('_') && other.Length > 1 ? name.StartsWith(other, StringComparison.Ordinal) : name == other);

    private static IEnumerable<string?> Described(string? tool)
    {
        if (tool is null) return [null];
        var real = File.ResolveLinkTarget(tool, returnFinalTarget: true)?.FullName ?? tool;
        var folder = Path.GetDirectoryName(real)!;
        var info = new FileInfo(real);
        return [tool, real, $"{info.Length} {info.LastWriteTimeUtc.Ticks}", .. Beside.SelectMany(name => Entries(Path.Combine(folder, name))), .. Packages(folder)];
    }

    private static IEnumerable<string> Entries(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];

    /// <summary>Where Python keeps packages, the user's own included; the folder's time tells that one was added or removed. Below shims, those of every version.</summary>
    private static IEnumerable<string> Packages(string folder)
    {
        var above = Path.GetDirectoryName(folder) ?? folder;
        var user = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local");
        IEnumerable<string> prefixes = [above, Path.Combine(above, "local"), user, .. Entries(Path.Combine(above, "versions"))];
        return from prefix in prefixes
               from library in Entries(Path.Combine(prefix, "lib")).Where(library => Path.GetFileName(library).StartsWith("python", StringComparison.Ordinal))
               from name in (string[])["site-packages", "dist-packages"]
               let packages = new DirectoryInfo(Path.Combine(library, name))
               where packages.Exists
               select $"{packages.FullName} {packages.LastWriteTimeUtc.Ticks}";
    }
}
