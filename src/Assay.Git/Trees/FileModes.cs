namespace Assay.Git.Trees;

/// <summary>Git's file modes (git-fast-import(1), gitformat-index).</summary>
public static class FileModes
{
    /// <summary>A file.</summary>
    public const string Plain = "100644";
    /// <summary>A file that can be run.</summary>
    public const string Executable = "100755";
    /// <summary>A symbolic link.</summary>
    public const string Link = "120000";
    /// <summary>A commit of another repository.</summary>
    public const string Submodule = "160000";

    /// <summary>Whether it is a file with content of its own.</summary>
    public static bool IsRegular(string mode) => mode.StartsWith("100", StringComparison.Ordinal);
}
