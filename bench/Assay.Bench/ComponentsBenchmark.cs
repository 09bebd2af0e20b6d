namespace Assay.Bench;

/// <summary>
/// <c>assay check --no-collect</c> on a change of one file in a generated repository of 300 components whose evidence is there. Asking git what changed and
/// listing the files is the floor under any that would.
/// </summary>
internal sealed class ComponentsBenchmark : IBenchmark
{
    private const double Most = 1000;
    private const int Packages = 300;

    public string Name => "components";

    public bool Run()
    {
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        try
        {
            Console.WriteLine($"Generating {Packages} packages with their evidence ...");
            GeneratedRepository.Create(folder, Packages, Built.Assay);
            var times = Wall.Measure(folder,
                [Built.Assay, "check", "--no-collect"],
                ["sh", "-c", "git status --porcelain && git ls-tree -r HEAD && git diff --stat main"]);
            Console.WriteLine($"Judging a change of one file among {Packages} components, whole processes in alternation, 20 runs");
            return Wall.Report(times, ("assay check --no-collect", Most), ("git status, ls-tree, diff (floor)", null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary><c>generate FOLDER EXECUTABLE</c> leaves the repository to look at, or to measure another build on.</summary>
    public void RunOnce(string mode, string[] arguments)
    {
        if (mode != "generate" || arguments is not [var folder, var assay]) throw new NotSupportedException("components generate FOLDER EXECUTABLE");
        GeneratedRepository.Create(Directory.CreateDirectory(folder).FullName, Packages, Path.GetFullPath(assay));
    }
}
