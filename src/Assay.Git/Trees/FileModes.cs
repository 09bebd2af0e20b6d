namespace Assay.Git.Trees;

/// <summary>Git's file modes (git-fast-import(1), gitformat-index).</summary>
internal static class FileModes
{
    public const string Plain = "100644";
    public const string Executable = "100755";
    public const string Link = "120000";
    public const string Submodule = "160000";

    public static bool IsRegular(string mode) => mode.StartsWith("100", StringComparison.Ordinal);
}
