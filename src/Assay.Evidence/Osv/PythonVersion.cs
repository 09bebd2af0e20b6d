using System.Text.RegularExpressions;

namespace Assay.Evidence.Osv;

/// <summary>A version of a Python package, ordered as PEP 440 says: dev, a, b, rc, release, post; local versions behind their public one.</summary>
internal sealed partial class PythonVersion : IComparable<PythonVersion>
{
    private const string Before = "-", Behind = "~"; // sort before and behind every number

    private readonly string _epoch;
    private readonly string[] _release;
    private readonly (int Phase, string Number) _pre;
    private readonly string _post, _dev;
    private readonly string[] _local;

    private PythonVersion(Match match)
    {
        string? Group(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
        _epoch = Group("epoch") ?? "0";
        _release = match.Groups["release"].Value.Split('.');
        var post = Group("post") is null ? Group("implicit") : Group("postnumber") is { Length: > 0 } number ? number : "0";
        var dev = Group("dev") is null ? null : Group("devnumber") is { Length: > 0 } devNumber ? devNumber : "0";
        _pre = Group("pre") is { } letters
            ? (letters is "a" or "alpha" ? 1 : letters is "b" or "beta" ? 2 : 3, Group("prenumber") is { Length: > 0 } preNumber ? preNumber : "0")
            : (post is null && dev is not null ? 0 : 4, "0");
        _post = post ?? Before;
        _dev = dev ?? Behind;
        _local = Group("local")?.Split('.', '-', '_') ?? [];
    }

    /// <summary>Null where the text is no such version.</summary>
    internal static PythonVersion? Parse(string text) => text.Length <= 200 && Form().Match(text.Trim().ToLowerInvariant()) is { Success: true } match ? new PythonVersion(match) : null;

    public int CompareTo(PythonVersion? other)
    {
        var order = Compare(_epoch, other!._epoch);
        for (var at = 0; order == 0 && at < Math.Max(_release.Length, other._release.Length); at++)
        {
            order = Compare(_release.ElementAtOrDefault(at) ?? "0", other._release.ElementAtOrDefault(at) ?? "0");
        }
        if (order == 0) order = _pre.Phase.CompareTo(other._pre.Phase);
        if (order == 0) order = Compare(_pre.Number, other._pre.Number);
        if (order == 0) order = Compare(_post, other._post);
        if (order == 0) order = Compare(_dev, other._dev);
        for (var at = 0; order == 0 && at < Math.Min(_local.Length, other._local.Length); at++)
        {
            order = CompareLocal(_local[at], other._local[at]);
        }
        return order != 0 ? order : _local.Length.CompareTo(other._local.Length);
    }

    private static int Compare(string left, string right) => left == right ? 0
        : left == Before || right == Behind ? -1
        : left == Behind || right == Before ? 1
        : DottedVersion.CompareNumbers(left, right);

    private static int CompareLocal(string left, string right) => (DottedVersion.IsNumber(left), DottedVersion.IsNumber(right)) switch
    {
        (true, true) => DottedVersion.CompareNumbers(left, right),
        (true, false) => 1,
        (false, true) => -1,
        _ => string.CompareOrdinal(left, right),
    };

    // PEP 440, appendix B, written anew.
    [GeneratedRegex(
        """
        ^v?((?<epoch>\d+)!)?(?<release>\d+(\.\d+)*)
        ([-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<prenumber>\d*))?
        (-(?<implicit>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postnumber>\d*))?
        ([-_.]?(?<dev>dev)[-_.]?(?<devnumber>\d*))?
        (\+(?<local>[a-z0-9]+([-_.][a-z0-9]+)*))?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
