namespace Assay.Bench;

/// <summary>
/// <c>assay check --no-collect</c> on the sample, in a repository of its own with its evidence collected once. No peer judges the same;
/// asking git what changed and hashing the same files is the floor under any that would.
/// </summary>
internal sealed class CheckBenchmark : IBenchmark
{
    private const double Most = 80;

    public string Name => "check";

    public bool Run()
    {
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        try
        {
            Sh(folder, $"git -C '{Built.Root}' archive HEAD samples/payments | tar -x --strip-components=2"
                + " && git init -q -b main && git add -A && git -c user.name=bench -c user.email=bench@example.org commit -q -m sample");
            Console.WriteLine("Collecting the sample's evidence once ...");
            Wall.Once(folder, [Built.Assay, "check", "--quiet"]);
            var times = Wall.Measure(folder,
                [Built.Assay, "check", "--no-collect"],
                ["sh", "-c", "git status --porcelain && { git ls-files; find .assay -type f; } | xargs -d '\\n' sha256sum"]);
            Console.WriteLine("Judging the sample, whole processes in alternation, 20 runs");
            return Wall.Report(times, ("assay check --no-collect", Most), ("git status, sha256sum (floor)", null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void RunOnce(string mode, string[] arguments) => throw new NotSupportedException("It measures whole processes.");

    private static void Sh(string folder, string command) => Wall.Once(folder, ["sh", "-ec", command]);
}
