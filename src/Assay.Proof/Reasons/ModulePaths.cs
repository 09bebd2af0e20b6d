namespace Assay.Proof.Reasons;

/// <summary>Paths as modules write them: relative to the file that asks.</summary>
internal static class ModulePaths
{
    /// <summary>What a relative path means in a file, without dots; steps above the start are kept out.</summary>
    internal static string Join(string from, string asked)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in asked.Split('/'))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or "")) parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
