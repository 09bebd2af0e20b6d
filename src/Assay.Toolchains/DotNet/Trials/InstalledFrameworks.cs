using System.Collections.Immutable;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>Short names of target frameworks that could run on this machine's runtimes, before anything is built; what was built tells exactly.</summary>
/// <param name="Run">Those that run as the host chooses a runtime by default.</param>
/// <param name="RunOnLaterMajor">Those that run where a later major version may be taken.</param>
internal sealed record InstalledFrameworks(ImmutableArray<string> Run, ImmutableArray<string> RunOnLaterMajor)
{
    private static readonly string[] Desktop = ["net45", "net451", "net452", "net46", "net461", "net462", "net47", "net471", "net472", "net48", "net481"];

    private static readonly Version[] Known =
        [new(2, 0), new(2, 1), new(2, 2), new(3, 0), new(3, 1), .. Enumerable.Range(5, 60).Select(major => new Version(major, 0))];

    internal static InstalledFrameworks Of(InstalledRuntimes runtimes) => new(Names(runtimes, null), Names(runtimes, "Major"));

    private static ImmutableArray<string> Names(InstalledRuntimes runtimes, string? policy) =>
        [.. Known.Where(version => runtimes.CanRun(version, policy)).Select(Name), .. OperatingSystem.IsWindows() ? Desktop : []];

    private static string Name(Version version) => version.Major < 5 ? $"netcoreapp{version}" : $"net{version}";
}
