using System.Text.RegularExpressions;
using Assay.Core.Yaml;

namespace Assay.Core.Standards;

/// <summary>A standard in another git repository, pinned by the digest of its bytes: <c>git+URL[@REV]#PATH@sha256:HEX</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Url">An <c>https</c>, <c>ssh</c> or <c>file</c> address without password.</param>
/// <param name="Revision">Branch, tag or full commit id to look in; null for the repository's HEAD.</param>
/// <param name="Path">Relative to the repository, forward slashes.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits in lower case, over the file's bytes.</param>
public sealed partial record PinnedStandard(string Text, string Url, string? Revision, string Path, string Digest)
{
    /// <summary>How it is written, for messages.</summary>
    public const string Form = "git+https://HOST/REPOSITORY[@REV]#PATH@sha256:HEX";

    private const string Prefix = "git+";
    private const string DigestMark = "@sha256:";

    /// <summary>The last part of <see cref="Digest"/>.</summary>
    public string Hex => Digest["sha256:".Length..];

    /// <summary>As messages name it, without the digest.</summary>
    public string Name => $"{Path} of {Url}{(Revision is null ? "" : $" at {Revision}")}";

    /// <summary>Whether a text is meant to name one; what looks like an address is never taken for a file.</summary>
    public static bool IsMeant(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal) || text.Contains(DigestMark, StringComparison.Ordinal);

    /// <summary>What the text names, or else what is wrong with it.</summary>
    public static (PinnedStandard? Pinned, string? Mistake) Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return (null, "a standard in a repository begins with git+");
        if (text.Any(c => c is <= ' ' or > '~' or '\\' or '"' or '\'' or '<' or '>')) return (null, "it holds a blank or a sign that no address needs");
        if (text.Split('#') is not [var before, var behind]) return (null, "there must be one '#', between the repository and the path in it");
        var mark = behind.LastIndexOf(DigestMark, StringComparison.Ordinal);
        if (mark < 0) return (null, "the digest is missing: without it, whoever can write to that repository decides what is judged here");
        var (path, hex) = (behind[..mark], behind[(mark + DigestMark.Length)..]);
        if (!Hexadecimal().IsMatch(hex)) return (null, "the digest must be 64 hexadecimal digits in lower case");
        if (path.Length == 0 || path.StartsWith('-') || path.Contains(':') || RelativePaths.Mistake(path) is not null || RelativePaths.Normalise(path) != path)
            return (null, $"'{Shown.Short(path)}' is no path in a repository");
        return Repository(before[Prefix.Length..]) switch
        {
            ({ } url, var revision, null) => (new PinnedStandard(text, url, revision, path, DigestMark[1..] + hex), null),
            (_, _, var mistake) => (null, mistake),
        };
    }

    private static (string? Url, string? Revision, string? Mistake) Repository(string text)
    {
        if (Address().Match(text) is not { Success: true } match) return (null, null, "only https://, ssh:// and file:/// addresses are fetched, without query");
        var (scheme, authority, rest) = (match.Groups["scheme"].Value, match.Groups["authority"].Value, match.Groups["path"].Value);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var user = host.Length == authority.Length ? null : authority[..^(host.Length + 1)];
        if (scheme == "file" ? authority.Length > 0 : !Host().IsMatch(host)) return (null, null, scheme == "file" ? "a file address names no host: file:///FOLDER" : $"'{Shown.Short(host)}' is no host");
        if (user is not null && (scheme != "ssh" || !User().IsMatch(user))) return (null, null, "an address here names no user and no password, besides the user of ssh");
        if (rest.Split('@') is not [{ Length: > 1 } folder, .. var revisions] || revisions.Length > 1) return (null, null, "there is at most one '@' behind the host, before the revision (write %40 in a path)");
        if (revisions is [var revision] && (!Reference().IsMatch(revision) || revision.Contains("..", StringComparison.Ordinal) || revision.Contains("//", StringComparison.Ordinal) || revision[^1] is '/' or '.'))
            return (null, null, $"'{Shown.Short(revision)}' is no branch, tag or commit id");
        return ($"{scheme}://{authority}{folder}", revisions.FirstOrDefault(), null);
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^(?<scheme>https|ssh|file)://(?<authority>[^/?]*)(?<path>/[^?]*)\z")]
    private static partial Regex Address();

    // What begins with a dash would be an option of ssh.
    [GeneratedRegex(@"^[A-Za-z0-9\[][A-Za-z0-9.:\]-]*\z")]
    private static partial Regex Host();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]*\z")]
    private static partial Regex User();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/+-]*\z")]
    private static partial Regex Reference();
}
