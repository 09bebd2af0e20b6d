using System.Reflection;
using Assay.Git;
using Assay.Git.Remotes;

namespace Assay.Cli;

/// <summary>What a command gets from outside: where it writes, and the time.</summary>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, TimeProvider Time)
{
    /// <summary>Id of this run, as errors and verdicts carry it.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("n")[..12];

    /// <summary>Where what can be fetched again is kept.</summary>
    public string Cache { get; init; } = UserCache.Folder;

    /// <summary>Standards that are pinned in other repositories.</summary>
    public PinnedStandards Pinned(CancellationToken cancellation) => new(Cache, cancellation);

    /// <summary>Version of Assay.</summary>
    public static string Version { get; } = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <summary>Whether results may be coloured: a person looks, and has not said no.</summary>
    public static bool ColourOut => !Console.IsOutputRedirected && ColourWanted;

    /// <summary>Whether messages and progress may be coloured and redrawn.</summary>
    public static bool ColourError => !Console.IsErrorRedirected && ColourWanted;

    /// <summary>Columns of the terminal; 80 where no person looks.</summary>
    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Math.Clamp(Console.WindowWidth, 60, 120);

    private static bool ColourWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
