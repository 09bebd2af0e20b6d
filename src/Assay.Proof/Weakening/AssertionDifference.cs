using System.Globalization;
using Assay.Core.Proofs;

namespace Assay.Proof.Weakening;

/// <summary>What became of an assertion that was rewritten.</summary>
internal static class AssertionDifference
{
    /// <summary>Null where it demands as much as before, or more.</summary>
    public static (Weakness Weakness, string What)? Of(AssertionShape before, AssertionShape after)
    {
        var (was, now) = (AssertionRank.Of(before), AssertionRank.Of(after));
        if (now < was) return (Weakness.AssertionLoosened, $"{Shown(after)} demands less than {Shown(before)}");
        if (!AssertionRank.AreSame(before.Method, after.Method))
            return now > was && !AssertionRank.AreOpposite(before.Method, after.Method) ? null : (Weakness.ExpectationChanged, $"{Shown(after)} where {Shown(before)} was asserted");
        if (before.Method is "toStrictEqual" or "deepStrictEqual" or "StrictEqual" && after.Method != before.Method) return (Weakness.AssertionLoosened, $"{Shown(after)} demands less than {Shown(before)}");
        if (before.Type != after.Type || IsType(before, after)) return OfType(before, after);
        if (after.Expected.Length < before.Expected.Length && !IsMessage(before.Expected[^1])) return (Weakness.AssertionLoosened, "an argument that said what is expected is gone");
        if (after.Expected.Length > before.Expected.Length && after.Expected.Skip(before.Expected.Length).FirstOrDefault(argument => !IsMessage(argument)) is { } more)
            return (Weakness.AssertionLoosened, $"{more} was added to the comparison");
        for (var i = 0; i < Math.Min(before.Expected.Length, after.Expected.Length); i++)
        {
            var (old, value) = (before.Expected[i], after.Expected[i]);
            if (old == value || (i > 0 && IsMessage(old) && IsMessage(value))) continue;
            if (AssertionRank.Approximate(value) && !AssertionRank.Approximate(old)) return (Weakness.AssertionLoosened, $"{value} stands for more values than {old}");
            if ((i > 0 || AssertionRank.Of(before) == 2) && Looser(before.Method, old, value)) return (Weakness.AssertionLoosened, $"a tolerance grew from {old} to {value}");
            if (HasLiteral(old) || HasLiteral(value)) return (Weakness.ExpectationChanged, $"expects {value} where it expected {old}");
        }
        if (before.Subject != after.Subject && Literals(before.Subject) != Literals(after.Subject)) return (Weakness.ExpectationChanged, $"looks at {after.Subject} where it looked at {before.Subject}");
        return null;
    }

    private static (Weakness, string) OfType(AssertionShape before, AssertionShape after)
    {
        var type = after.Type.Length > 0 ? after.Type : after.Subject;
        return type is "Exception" or "System.Exception" or "Error" or "BaseException" or "object" or ""
            ? (Weakness.AssertionLoosened, $"{(type.Length == 0 ? "no type" : type)} stands for more than {(before.Type.Length > 0 ? before.Type : before.Subject)}")
            : (Weakness.ExpectationChanged, $"expects {type} where it expected {(before.Type.Length > 0 ? before.Type : before.Subject)}");
    }

    private static bool IsType(AssertionShape before, AssertionShape after) => before.Method is "raises" or "assertRaises" or "warns" && before.Subject != after.Subject;

    /// <summary>A whole number of decimal places loosens as it shrinks, everything else as it grows.</summary>
    private static bool Looser(string method, string before, string after)
    {
        var named = before.Split('=') is [var one, _] && after.Split('=') is [var other, _] && one == other;
        if (!double.TryParse(named ? before.Split('=')[1] : before, CultureInfo.InvariantCulture, out var old) || !double.TryParse(named ? after.Split('=')[1] : after, CultureInfo.InvariantCulture, out var now)) return false;
        var places = method is "toBeCloseTo" || (method is "Equal" or "assertAlmostEqual" && !before.Contains('.') && !after.Contains('.'));
        return places ? now < old : now > old && (method is "Equal" or "AreEqual" or "assertAlmostEqual" or "closeTo" or "BeApproximately");
    }

    private static bool IsMessage(string argument) => argument.StartsWith('"') || argument.StartsWith("$\"", StringComparison.Ordinal) || argument.StartsWith('\'') || argument.StartsWith('`') || argument.StartsWith("f\"", StringComparison.Ordinal);

    private static bool HasLiteral(string text) => text.AsSpan().IndexOfAny("\"'`0123456789") >= 0 || text is "true" or "false" or "null" or "undefined" or "None" or "True" or "False" or "" || text.Contains('[') || text.Contains('{');

    private static string Literals(string text) => HasLiteral(text) ? string.Concat(text.Where(c => char.IsDigit(c) || c is '"' or '\'')) + Quoted(text) : "";

    private static string Quoted(string text)
    {
        var start = text.IndexOf('"');
        var end = text.LastIndexOf('"');
        return start >= 0 && end > start ? text[start..end] : "";
    }

    private static string Shown(AssertionShape shape) => shape.Type.Length > 0 ? $"{shape.Method}<{shape.Type}>" : shape.Method;
}
