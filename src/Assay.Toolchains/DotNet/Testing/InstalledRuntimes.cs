using System.Collections.Immutable;
using System.Text.Json;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>Shared runtimes of this machine, and whether what was built can run on one of them.</summary>
internal sealed class InstalledRuntimes(ImmutableArray<(string Name, Version Version)> runtimes)
{
    /// <summary>Reads what <c>dotnet --list-runtimes</c> printed: <c>Microsoft.NETCore.App 10.0.1 [folder]</c>.</summary>
    internal static InstalledRuntimes Parse(IEnumerable<string> lines) => new(
        [.. lines.Select(line => line.Split(' ')).Where(parts => parts.Length >= 2)
            .Select(parts => (parts[0], Version: Version.TryParse(parts[1].Split('-')[0], out Version? version) ? version : null))
            .Where(runtime => runtime.Version is not null).Select(runtime => (runtime.Item1, runtime.Version!))]);

    internal static async Task<InstalledRuntimes> ListAsync(DotNetWork work, CommandRunner commands, string logPath, CancellationToken cancellation)
    {
        CommandOutcome outcome = await commands.RunAsync(work.Command("--list-runtimes"), work.Folder, logPath, cancellation).ConfigureAwait(false);
        return Parse(LogTail.Lines(outcome.LogPath, int.MaxValue));
    }

    /// <summary>Why the project cannot run for its target framework; null where it can.</summary>
    internal string? Missing(ProjectDescription project)
    {
        if (project.Identifier == ".NETFramework")
        {
            return OperatingSystem.IsWindows() ? null : ".NET Framework runs on Windows only";
        }

        string configuration = Path.ChangeExtension(project.Target, ".runtimeconfig.json");
        (IReadOnlyList<(string Name, Version Version)> wanted, string? policy) = File.Exists(configuration)
            ? Read(configuration)
            : ([("Microsoft.NETCore.App", project.Version)], null);
        policy = Environment.GetEnvironmentVariable("DOTNET_ROLL_FORWARD") ?? policy ?? "Minor";
        return wanted.Where(each => !runtimes.Any(runtime => runtime.Name == each.Name && Satisfies(runtime.Version, each.Version, policy)))
            .Select(each => $"runtime {each.Name} {each.Version.Major}.{each.Version.Minor} is not installed").FirstOrDefault();
    }

    /// <summary>Whether a program for this version of .NET could run.</summary>
    /// <param name="policy">How a runtime is chosen where the user's environment does not say; the host's own way where null.</param>
    internal bool CanRun(Version version, string? policy) => runtimes.Any(runtime => runtime.Name == "Microsoft.NETCore.App"
        && Satisfies(runtime.Version, version, Environment.GetEnvironmentVariable("DOTNET_ROLL_FORWARD") ?? policy ?? "Minor"));

    /// <summary>The host's own rule, learn.microsoft.com/dotnet/core/versions/selection.</summary>
    private static bool Satisfies(Version installed, Version wanted, string policy) => policy.ToUpperInvariant() switch
    {
        "MAJOR" or "LATESTMAJOR" => installed >= wanted,
        "LATESTPATCH" => installed >= wanted && (installed.Major, installed.Minor) == (wanted.Major, wanted.Minor),
        "DISABLE" => installed == wanted,
        _ => installed >= wanted && installed.Major == wanted.Major,
    };

    private static (IReadOnlyList<(string, Version)>, string?) Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement options = document.RootElement.GetProperty("runtimeOptions");
        IEnumerable<JsonElement> frameworks = options.TryGetProperty("framework", out JsonElement one) ? [one]
            : options.TryGetProperty("frameworks", out JsonElement several) ? several.EnumerateArray() : [];
        string? policy = options.TryGetProperty("rollForward", out JsonElement value) ? value.GetString() : null;
        return ([.. frameworks.Select(each => (each.GetProperty("name").GetString() ?? "", Version.Parse((each.GetProperty("version").GetString() ?? "0.0").Split('-')[0])))], policy);
    }
}
