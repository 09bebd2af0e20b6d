using System.Text.RegularExpressions;

namespace Assay.Proof.Reasons;

/// <summary>Errors over a value that is not what the code expected: in a test, over what production gave it.</summary>
internal static partial class ValueError
{
    internal static bool Is(Failure failure) => failure.Heads is [.., var cause] && cause.Type switch
    {
        "NullReferenceException" or "KeyNotFoundException" or "IndexOutOfRangeException" or "ArgumentOutOfRangeException" or "InvalidCastException" => true,
        "AttributeError" or "KeyError" or "IndexError" => true,
        "InvalidOperationException" => cause.Message.StartsWith("Sequence contains", StringComparison.Ordinal),
        "TypeError" => OfValue().IsMatch(cause.Message),
        _ => false,
    };

    [GeneratedRegex(@"^Cannot (read|set) propert|^Cannot destructure|^Cannot convert undefined|is (not iterable|null|undefined)$|'NoneType' object|object is not (iterable|subscriptable|callable)")]
    private static partial Regex OfValue();
}
