using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Core.Measuring.Coverage;

/// <summary>
/// Whether a condition of <c>#if</c> leaves code out for a target framework, told only where it is made of the symbols that the SDK defines for frameworks
/// (learn.microsoft.com/dotnet/standard/frameworks, preprocessor symbols) and nothing else.
/// </summary>
/// <param name="framework">Short name, e.g. <c>net10.0</c>; others than .NET 5 and later tell nothing.</param>
internal sealed partial class FrameworkCondition(string framework)
{
    private readonly int? major = NetVersion().Match(framework) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>False where it holds, or where that cannot be told.</summary>
    public bool LeavesOut(string condition)
    {
        var rest = new Queue<string>(Token().Matches(condition).Select(token => token.Value));
        return major is not null && Either(rest) == false && rest.Count == 0;
    }

    private bool? Either(Queue<string> rest)
    {
        var value = Both(rest);
        while (Take(rest, "||")) value = Both(rest) is { } other && value is { } one ? one || other : null;
        return value;
    }

    private bool? Both(Queue<string> rest)
    {
        var value = One(rest);
        while (Take(rest, "&&")) value = One(rest) is { } other && value is { } one ? one && other : null;
        return value;
    }

    private bool? One(Queue<string> rest)
    {
        if (Take(rest, "!")) return !One(rest);
        if (Take(rest, "(")) return Either(rest) is var inner && Take(rest, ")") ? inner : null;
        return rest.TryDequeue(out var symbol) ? Defined(symbol) : null;
    }

    private bool? Defined(string symbol)
    {
        if (symbol is "NET" or "NETCOREAPP") return true;
        if (symbol.StartsWith("NETFRAMEWORK", StringComparison.Ordinal) || symbol.StartsWith("NETSTANDARD", StringComparison.Ordinal) || Old().IsMatch(symbol)) return false;
        if (Core().Match(symbol) is { Success: true } core) return core.Groups[1].Success;
        if (Net().Match(symbol) is not { Success: true } net) return null;
        var version = int.Parse(net.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return net.Groups[2].Success ? major >= version : major == version;
    }

    private static bool Take(Queue<string> rest, string token) => rest.TryPeek(out var next) && next == token && rest.TryDequeue(out _);

    [GeneratedRegex(@"^net(\d+)\.0")]
    private static partial Regex NetVersion();

    [GeneratedRegex(@"\|\||&&|!|\(|\)|\w+|\S")]
    private static partial Regex Token();

    /// <summary>.NET Framework, e.g. <c>NET472</c>, <c>NET48_OR_GREATER</c>.</summary>
    [GeneratedRegex(@"^NET(2|3|4)\d{1,2}(_OR_GREATER)?$")]
    private static partial Regex Old();

    [GeneratedRegex(@"^NETCOREAPP\d_\d(_OR_GREATER)?$")]
    private static partial Regex Core();

    [GeneratedRegex(@"^NET(\d+)_0(_OR_GREATER)?$")]
    private static partial Regex Net();
}
