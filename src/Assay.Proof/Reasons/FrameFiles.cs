using System.Collections.Immutable;

namespace Assay.Proof.Reasons;

/// <summary>Where an exception passed, by the files that its stack trace names.</summary>
internal sealed class FrameFiles(ImmutableArray<FailureFrame> frames, Func<string, bool> production, string folder)
{
    private static readonly string[] Foreign = ["node_modules/", "site-packages/", "dist-packages/", "/usr/lib/", "node:", "internal/modules/", "<frozen"];

    /// <summary>The innermost production file, relative to the repository; null where there is none.</summary>
    public string? Production => frames.Where(frame => frame.File is not null).Select(frame => Find(frame.File!)).FirstOrDefault(file => file is not null);

    /// <summary>The innermost file is the project's own, so neither a package nor the runner threw.</summary>
    public bool InTests => frames.FirstOrDefault(frame => frame.File is not null) is { File: { } first } && !IsForeign(first);

    private static bool IsForeign(string file) => Foreign.Any(part => file.Replace('\\', '/').Contains(part, StringComparison.Ordinal));

    /// <summary>A path that may begin anywhere on the machine where it ran: the longest end of it that is production.</summary>
    private string? Find(string file)
    {
        if (IsForeign(file)) return null;
        var path = file.Replace('\\', '/');
        if (path[0] != '/' && folder.Length > 0 && production($"{folder}/{path}")) return $"{folder}/{path}";
        for (var from = path[0] == '/' ? 1 : 0; from >= 0 && from < path.Length; from = path.IndexOf('/', from) is >= 0 and var slash ? slash + 1 : -1)
        {
            if (production(path[from..])) return path[from..];
        }
        return null;
    }
}
