using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Toolchains.Releases;

/// <summary>The artifact that <c>--artifact</c> names.</summary>
/// <param name="Path">Absolute path of the file or folder; null where only the digest was given, and then no command can be run with it.</param>
public sealed record Release(Artifact Artifact, string? Path)
{
    private const string Prefix = "sha256:";

    /// <summary>What the caller named: a file, a folder, or <c>sha256:</c> with 64 hexadecimal digits.</summary>
    /// <exception cref="AssayException">It is none of these.</exception>
    public static Release Of(string named, string workingDirectory)
    {
        if (named.StartsWith(Prefix, StringComparison.Ordinal)) return new Release(new Artifact(named, Digest(named)), null);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(workingDirectory, named));
        return ArtifactDigest.Of(path) is { } digest
            ? new Release(new Artifact(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path)), digest), path)
            : throw new AssayException(new AssayError(UsageErrors.PathNotFound, "There is no file, or no folder with a file in it, to release.", named,
                NextStep: "Build the release first, then name its file, its folder, or its digest: --artifact sha256:…"));
    }

    /// <summary>Whether what lies there is still what was named.</summary>
    internal bool Stands() => Path is null || ArtifactDigest.Of(Path) == Artifact.Digest;

    private static string Digest(string named) =>
        named.Length == Prefix.Length + 64 && named.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdef") < 0
            ? named
            : throw new AssayException(new AssayError(UsageErrors.BadUsage, "--artifact takes a file, a folder, or sha256: with 64 digits from 0-9 and a-f.", NextStep: "Name the file itself; Assay takes its digest."));
}
