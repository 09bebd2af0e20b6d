namespace Assay.Evidence.Trx;

/// <summary>Names a run by the test assembly's path.</summary>
internal static class TrxRun
{
    /// <summary>
    /// <c>…/net10.0/Shop.Tests.dll</c> gives <c>Shop.Tests net10.0</c>, and so does <c>…/debug_net10.0/Shop.Tests.dll</c>, as a common folder of artifacts has it;
    /// without a framework in the path only the assembly.
    /// </summary>
    public static string Of(string assembly)
    {
        var parts = assembly.Split('/', '\\');
        var name = parts[^1].EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || parts[^1].EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            ? parts[^1][..^4] : parts[^1];
        for (var i = parts.Length - 2; i >= 0; i--)
        {
            if (Array.Find(parts[i].Split('_'), IsFramework) is { } framework) return $"{name} {framework.ToLowerInvariant()}";
        }
        return name;
    }

    private static bool IsFramework(string folder)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["netcoreapp", "netstandard", "net"])
        {
            if (folder.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return folder.Length > prefix.Length && char.IsAsciiDigit(folder[prefix.Length]);
        }
        return false;
    }
}
