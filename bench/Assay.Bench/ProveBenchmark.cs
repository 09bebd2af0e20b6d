using System.Globalization;
using System.Text.Json;

namespace Assay.Bench;

/// <summary>
/// <c>assay prove --commit</c> on commits of public repositories, beside a plain script that checks out base, base with the change's test files, and head, one after
/// another in one clone, and each time sets up, builds and runs all tests. The script judges nothing.
/// </summary>
/// <param name="arguments">Local clones (unjs/ufo, xoofx/markdig), then <c>--runs=N</c> and the commits to try; all where none is named.</param>
internal sealed class ProveBenchmark(IReadOnlyList<string> arguments) : IBenchmark
{
    private const double MostOfPlain = 0.8;
    private const double MostAgain = 1000;

    public string Name => "prove";

    public bool Run()
    {
        var runs = arguments.FirstOrDefault(argument => argument.StartsWith("--runs=", StringComparison.Ordinal)) is { } given ? int.Parse(given[7..], CultureInfo.InvariantCulture) : 3;
        var clones = arguments.Where(Directory.Exists).Select(Path.GetFullPath).ToList();
        var named = arguments.Where(argument => !argument.StartsWith('-') && !Directory.Exists(argument)).ToList();
        var cases = ProveCase.All.Where(each => named.Count == 0 || named.Contains(each.Commit))
            .Select(each => (Case: each, Clone: clones.Find(clone => Has(clone, each.Commit)))).Where(pair => pair.Clone is not null).ToList();
        if (cases.Count == 0) throw new InvalidOperationException("Name local clones of unjs/ufo and xoofx/markdig: prove FOLDER... [--runs=N] [COMMIT...]");
        Console.WriteLine($"Proving commits, whole processes in alternation, {runs} run(s) each; bounds: {MostOfPlain} of the plain script, {MostAgain} ms again");
        // All are run, whatever the first shows.
        return cases.Select(pair => Measure(pair.Case, pair.Clone!, runs)).ToList().TrueForAll(held => held);
    }

    public void RunOnce(string mode, string[] arguments) => throw new NotSupportedException("It measures whole processes.");

    private static bool Measure(ProveCase each, string source, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        try
        {
            var (own, written) = (Path.Combine(folder, "own"), Path.Combine(folder, "proof.json"));
            Wall.Once(folder, ["sh", "-ec", $"git clone -q '{source}' own && cd own && git checkout -q {each.Commit}"]);
            // Both sides find the packages in the tools' caches.
            Wall.Once(folder, ["sh", "-ec", $"cp -R own warm && cd warm && {each.SetUp}"]);
            var (plain, cold, again) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < runs; run++)
            {
                plain.Add(Wall.Once(folder, ["sh", "-ec", each.Plain(source)]));
                if (Directory.Exists(Path.Combine(own, ".assay"))) Directory.Delete(Path.Combine(own, ".assay"), recursive: true);
                string[] prove = [Built.Assay, "prove", "--commit", each.Commit, "--quiet", "--format", "json", "--output", written];
                cold.Add(Wall.Once(own, prove));
                again.Add(Wall.Once(own, prove));
            }
            using var proof = JsonDocument.Parse(File.ReadAllText(written));
            var outcome = proof.RootElement.GetProperty("outcome").GetString()!;
            var (of, repeated) = (Median(cold) / Median(plain), Median(again));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {each.Repository,-14} {each.Commit,-9} {outcome} (expected {each.Expected})  plain {Median(plain):F0} ms  cold {Median(cold):F0} ms  ratio {of:F2}  again {repeated:F0} ms"));
            return outcome == each.Expected && of <= MostOfPlain && repeated <= MostAgain;
        }
        finally
        {
            Wall.Once(Path.GetTempPath(), ["rm", "-rf", folder]);
        }
    }

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);

    private static bool Has(string clone, string commit)
    {
        try
        {
            Wall.Once(clone, ["sh", "-c", $"git cat-file -e '{commit}^{{commit}}' || exit 2"]);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
