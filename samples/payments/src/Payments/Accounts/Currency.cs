using System.Collections.Immutable;

namespace Payments.Accounts;

/// <summary>The ISO 4217 codes in which an account can be held.</summary>
internal static class Currency
{
    public static readonly ImmutableArray<string> Supported =
        ["CHF", "CZK", "DKK", "EUR", "GBP", "JPY", "NOK", "PLN", "SEK", "USD"];

    public static bool IsSupported(string code) => Supported.Contains(code, StringComparer.Ordinal);
}
