namespace Assay.Bench;

/// <summary>What <c>./assay</c> built.</summary>
internal static class Built
{
    public static string Root { get; } = Find();

    /// <summary>The executable.</summary>
    public static string Assay => Path.Combine(Root, "out", "assay") is var path && File.Exists(path) ? path
        : throw new InvalidOperationException("There is no out/assay; run ./assay --version first.");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmark does not run from its repository.");
    }
}
