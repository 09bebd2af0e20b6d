using System.Security.Cryptography;
using Assay.Core.Errors;
using Assay.Core.Standards;
using Assay.Git.Checkouts;
using Assay.Git.Processes;

namespace Assay.Git.Remotes;

/// <summary>
/// Standards that are pinned in other repositories: fetched by git once, then kept by their digest. What is kept is read only where its bytes still have
/// that digest, so whoever can write there decides nothing.
/// </summary>
/// <param name="cache">Folder of the user, as <see cref="UserCache"/> names it.</param>
public sealed class PinnedStandards(string cache, CancellationToken cancellation)
{
    /// <summary>The longest time for one fetch.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The bytes that the digest is of.</summary>
    /// <exception cref="AssayException">StandardUnreachable, StandardNotThere, StandardDigestDiffers or GitMissing.</exception>
    public byte[] Read(PinnedStandard pinned)
    {
        var file = Path.Combine(cache, "standards", $"{pinned.Hex}.yaml");
        if (Kept(file) is { } kept && Digest(kept) == pinned.Digest) return kept;
        var bytes = FetchAsync(pinned).GetAwaiter().GetResult();
        if (Digest(bytes) is var digest && digest != pinned.Digest)
            throw new AssayException(new AssayError(StandardErrors.StandardDigestDiffers, $"{pinned.Name} has the digest {digest}, and {pinned.Digest} is pinned."));
        Keep(file, bytes);
        return bytes;
    }

    private async Task<byte[]> FetchAsync(PinnedStandard pinned)
    {
        var folder = Directory.CreateTempSubdirectory("assay-standard-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var git = new GitRunner(GitExecutable.Find(Environment.GetEnvironmentVariable("PATH")), folder, RemoteEnvironment.Variables, limit.Token);
            (await git.RunAsync("init", "-q", "--bare", "--template=", ".").ConfigureAwait(false)).OrThrow();
            var fetched = await git.RunAsync([.. RemoteEnvironment.Options, "fetch", "-q", "--depth=1", "--no-tags", "--no-recurse-submodules", "--end-of-options", pinned.Url, pinned.Revision ?? "HEAD"]).ConfigureAwait(false);
            if (fetched.ExitCode != 0) throw NotFetched(pinned, fetched.Error);
            var blob = await git.RunAsync("cat-file", "blob", $"FETCH_HEAD:{pinned.Path}").ConfigureAwait(false);
            return blob.ExitCode == 0 ? blob.Bytes
                : throw new AssayException(new AssayError(StandardErrors.StandardNotThere, $"{pinned.Url} has no file {pinned.Path} at {pinned.Revision ?? "its HEAD"}."));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(pinned, $"it did not answer within {TimeLimit.TotalSeconds:0} s");
        }
        finally
        {
            FolderRemoval.TryRemove(folder);
        }
    }

    /// <summary>git says in English, because it is asked to, whether the repository answered and has no such revision.</summary>
    private static AssayException NotFetched(PinnedStandard pinned, string error)
    {
        var lines = error.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Exists(line => line.Contains("couldn't find remote ref", StringComparison.Ordinal) || line.Contains("not our ref", StringComparison.Ordinal) || line.Contains("unadvertised object", StringComparison.Ordinal)))
            return new AssayException(new AssayError(StandardErrors.StandardNotThere, $"{pinned.Url} has no revision {pinned.Revision ?? "HEAD"}."));
        return Unreachable(pinned, lines.Find(line => line.StartsWith("fatal:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "git said nothing");
    }

    private static AssayException Unreachable(PinnedStandard pinned, string why) =>
        new(new AssayError(StandardErrors.StandardUnreachable, $"{pinned.Url} cannot be reached: {why}", NextStep: $"Check the address, the network and the key by hand: git ls-remote {pinned.Url}"));

    private static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[]? Kept(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Without a place to keep it, it is fetched again the next time.</summary>
    private static void Keep(string file, byte[] bytes)
    {
        var temporary = $"{file}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            FolderRemoval.TryRemove(temporary);
        }
    }
}
