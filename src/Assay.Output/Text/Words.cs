using System.Globalization;
using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>Small phrases that several parts of the text share.</summary>
internal static class Words
{
    public static string Count(int count, string one, string many) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private const int FewComponents = 4;

    /// <summary>Components by their names, the most of many by their number: <c>all 12 components</c>, <c>a, b, c, d and 8 more</c>.</summary>
    public static string Components(Verdict verdict, IReadOnlyList<string> ids)
    {
        if (ids.Count <= FewComponents) return string.Join(", ", ids);
        return ids.Count == verdict.Components.Count(component => component.Judged) ? $"all {ids.Count} components" : $"{string.Join(", ", ids.Take(FewComponents))} and {ids.Count - FewComponents} more";
    }

    /// <summary>A status as a reader wants it: <c>not applicable</c>.</summary>
    public static string Of(Status status) => Snake.Case(status).Replace('_', ' ');

    public static Tint TintOf(Status status) => status switch
    {
        Status.Pass => Tint.Good,
        Status.Waived or Status.Owed => Tint.Warning,
        _ when status.Blocks() => Tint.Bad,
        _ => Tint.None,
    };

    /// <summary>A duration: <c>640 ms</c>, <c>3.2 s</c>, <c>38 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Elapsed(TimeSpan time)
    {
        if (time.TotalMilliseconds < 999.5) return string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
        if (time.TotalSeconds < 9.95) return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
        var seconds = (int)Math.Round(time.TotalSeconds);
        return seconds < 60 ? $"{seconds} s" : $"{seconds / 60} min {seconds % 60} s";
    }
}
