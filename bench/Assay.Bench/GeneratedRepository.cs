using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench;

/// <summary>
/// A workspace of many small packages, each with sources, tests and a record, every fifth using the one before it; all have evidence that a fast command made.
/// On its branch one file of one package is edited.
/// </summary>
internal static class GeneratedRepository
{
    private const int Sources = 8;

    private const string Test = """
        {
          echo '<testsuites tests="1"><testsuite name="s" tests="1"><testcase classname="package" name="works"/></testsuite></testsuites>' > "$EVIDENCE_DIR/junit.xml"
          for file in src/*.js; do echo "SF:$file"; awk '{ print "DA:" NR ",1" }' "$file"; echo end_of_record; done > "$EVIDENCE_DIR/lcov.info"
        }
        """;

    /// <summary>Writes and commits it, and leaves the evidence of every package in the store.</summary>
    public static void Create(string root, int packages, string assay)
    {
        Write(root, ".gitignore", ".assay/\nnode_modules/\n");
        Write(root, "package.json", "{ \"name\": \"shop\", \"private\": true, \"workspaces\": [\"packages/*\"] }\n");
        Write(root, "package-lock.json", "{ \"name\": \"shop\", \"lockfileVersion\": 3 }\n");
        Write(root, "test.sh", Test);
        for (var at = 0; at < packages; at++)
        {
            var folder = Folder(at);
            var uses = at % 5 == 4 ? $", \"dependencies\": {{ \"@shop/p{Name(at - 1)}\": \"workspace:*\" }}" : "";
            Write(root, $"{folder}/package.json", $"{{ \"name\": \"@shop/p{Name(at)}\", \"version\": \"1.0.0\", \"scripts\": {{ \"test\": \"node --test\" }}{uses} }}\n");
            Write(root, $"{folder}/README.md", $"# Package {at}\n");
            for (var source = 0; source < Sources; source++) Write(root, $"{folder}/src/part{source}.js", Source(at, source));
            for (var source = 0; source < Sources; source += 4) Write(root, $"{folder}/test/part{source}.test.js", $"import {{ price{source} }} from \"../src/part{source}.js\";\nprice{source}(1);\n");
        }
        Git(root, "init", "-q", "-b", "main");
        Git(root, "add", "-A");
        Commit(root, "packages");
        for (var at = 0; at < packages; at++) AddEvidence(root, Folder(at), assay);

        Git(root, "switch", "-q", "-c", "change");
        File.AppendAllText(Path.Combine(root, Folder(packages / 2), "src", "part0.js"), "export const edited = 1;\n");
        Git(root, "add", "-A");
        Commit(root, "one file");
        AddEvidence(root, Folder(packages / 2), assay);
    }

    private static string Source(int package, int source) =>
        string.Create(CultureInfo.InvariantCulture, $"// Prices of package {package}.\nexport function price{source}(amount) {{\n  if (amount > {source + 10}) {{\n    return amount - {source};\n  }}\n  return amount;\n}}\n");

    private static string Name(int at) => at.ToString("000", CultureInfo.InvariantCulture);

    private static string Folder(int at) => $"packages/p{Name(at)}";

    private static void AddEvidence(string root, string folder, string assay) =>
        Wall.Once(Path.Combine(root, folder), [assay, "evidence", "add", "--", "sh", "../../test.sh"]);

    internal static void Write(string root, string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    internal static void Commit(string root, string message) => Git(root, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", message);

    internal static void Git(string root, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = root })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
