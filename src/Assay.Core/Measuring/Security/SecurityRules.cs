using System.Collections.Frozen;

namespace Assay.Core.Measuring.Security;

/// <summary>
/// How grave the weakness is that a rule of security analysis names, for tools that do not say it themselves: 0 to 10, critical from 9.0, high from 7.0,
/// as SARIF's <c>security-severity</c>. The class of weakness (CWE) is the one that the rule's own documentation names; its figure is this table's, the same
/// for every tool: what runs an attacker's code or statements is critical, what reveals or alters data is high, and hardening that an attacker cannot
/// use by itself, or that a rule reports without having seen untrusted data, is medium.
/// </summary>
public static class SecurityRules
{
    /// <summary>From here a finding is critical.</summary>
    public const decimal Critical = 9.0m;

    /// <summary>From here it is high. A security rule that nobody has judged counts as much.</summary>
    public const decimal High = 7.0m;

    private static readonly FrozenDictionary<string, decimal> Severities = new (decimal Severity, string[] Rules)[]
    {
        // Untrusted data in a statement, a command or a deserializer: CWE-89, CWE-78, CWE-114, CWE-90, CWE-643, CWE-502, CWE-94.
        (9.8m, ["CA3001", "CA3006", "CA3010", "CA3011", "CA2300", "CA2301", "CA2302", "CA2305", "CA2310", "CA2311", "CA2312", "CA2315", "CA2321", "CA2322",
            "B102", "B307", "B602", "B605", "assay/eval", "assay/command-string"]),
        (9.0m, ["CA3005", "CA3008", "assay/sql-string"]),
        // A statement put together from parts that may be untrusted: CWE-89; deserializing what may be: CWE-502.
        (8.8m, ["CA2100", "CA2326", "CA2327", "CA2328", "CA2329", "CA2330", "CA2350", "CA2351", "CA2352", "CA2353", "CA2354", "CA2355", "CA2356", "CA2361", "CA2362", "CA5360",
            "B608", "B301", "B506", "B201", "security/detect-eval-with-expression"]),
        // Scripts in pages: CWE-79; request forgery: CWE-352.
        (8.2m, ["CA3002", "CA3147", "CA5391", "CA5363", "CA5368", "B701", "B702", "B703", "assay/raw-html", "no-unsanitized/method", "no-unsanitized/property",
            "security/detect-disable-mustache-escape", "security/detect-no-csrf-before-method-override"]),
        // Paths and documents that lead elsewhere: CWE-22, CWE-611, CWE-91; keys in the code: CWE-321; no check of certificates or tokens: CWE-295, CWE-347.
        (8.1m, ["CA3003", "CA3009", "CA3061", "CA3075", "CA3076", "CA3077", "CA5389", "CA5366", "CA5369", "CA5370", "CA5371", "CA5372", "CA5374", "CA5390", "CA5403",
            "CA5359", "CA5365", "CA5404", "CA5405", "CA5380", "B501", "B313", "B314", "B315", "B316", "B317", "B318", "B319", "B320", "B202", "assay/no-certificate-check"]),
        // Broken or weak cryptography: CWE-327, CWE-328, CWE-326, CWE-916; expressions that never end: CWE-1333.
        (7.5m, ["CA5350", "CA5351", "CA5358", "CA5361", "CA5364", "CA5373", "CA5379", "CA5384", "CA5385", "CA5387", "CA5397", "CA5376", "CA3012",
            "B303", "B304", "B305", "B324", "B502", "B503", "B504", "B505", "assay/weak-crypto", "security/detect-pseudoRandomBytes", "security/detect-bidi-characters", "security/detect-invisible-characters"]),
        // Reported without having seen untrusted data, or hardening: CWE-601, CWE-209, CWE-338, CWE-299, CWE-427, CWE-614, CWE-1004.
        (5.4m, ["CA3007", "CA3004", "CA2119", "CA2153", "CA5362", "CA5367", "CA5375", "CA5377", "CA5378", "CA5381", "CA5382", "CA5383", "CA5386", "CA5388", "CA5392", "CA5393", "CA5394", "CA5395", "CA5396",
            "CA5398", "CA5399", "CA5400", "CA5401", "CA5402", "B311", "B404", "B603", "B607",
            "security/detect-child-process", "security/detect-unsafe-regex", "security/detect-non-literal-fs-filename", "security/detect-non-literal-regexp", "security/detect-non-literal-require", "security/detect-object-injection",
            "security/detect-possible-timing-attacks", "security/detect-buffer-noassert", "security/detect-new-buffer"]),
    }.SelectMany(row => row.Rules, (row, rule) => KeyValuePair.Create(rule, row.Severity)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All rules that the table judges.</summary>
    public static IEnumerable<string> All => Severities.Keys;

    /// <summary>The rule's severity; null where the table does not know it.</summary>
    public static decimal? Of(string rule) => Severities.TryGetValue(rule, out var severity) ? severity : null;
}
