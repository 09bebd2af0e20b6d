using System.Globalization;
using System.Text.Json;

namespace Assay.Bench;

/// <summary>
/// <c>assay prove --hunks</c> on a change of ten hunks in a generated repository, beside one build from nothing and one run of all its tests; the proof without hunks stands
/// beside it, to tell what the hunks alone cost.
/// </summary>
internal sealed class HunksBenchmark : IBenchmark
{
    private const int Runs = 3;
    private const double MostOfOnce = 5;

    public string Name => "hunks";

    public bool Run()
    {
        Console.WriteLine($"Taking back {HunksRepository.Hunks} hunks, whole processes in alternation, {Runs} runs each; bound: {MostOfOnce} of one cold build and one run of all tests");
        // Both are run, whatever the first shows.
        return new[]
        {
            Measure("node --test", root => HunksRepository.Node(root), "npm test"),
            Measure(".NET, xUnit v3", root => HunksRepository.DotNet(root), "dotnet restore && dotnet build --no-restore && dotnet test --no-build"),
        }.All(held => held);
    }

    public void RunOnce(string mode, string[] arguments) => throw new NotSupportedException("It measures whole processes.");

    private static bool Measure(string name, Action<string> create, string once)
    {
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        try
        {
            var (own, written) = (Directory.CreateDirectory(Path.Combine(folder, "own")).FullName, Path.Combine(folder, "proof.json"));
            create(own);
            var (plain, without, with) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = -1; run < Runs; run++)
            {
                var taken = new[]
                {
                    Wall.Once(folder, ["sh", "-ec", $"rm -rf once && git clone -q own once && cd once && {once}"]),
                    Prove(),
                    Prove("--hunks"),
                };
                // The first round fills the tools' caches.
                if (run < 0) continue;
                plain.Add(taken[0]);
                without.Add(taken[1]);
                with.Add(taken[2]);
            }
            using var proof = JsonDocument.Parse(File.ReadAllText(written));
            var held = proof.RootElement.GetProperty("hunks").EnumerateArray().Count(hunk => hunk.GetProperty("held").GetBoolean());
            var of = Median(with) / Median(plain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-15} {held} of {HunksRepository.Hunks} held  once {Median(plain):F0} ms  prove {Median(without):F0} ms  prove --hunks {Median(with):F0} ms  ratio {of:F2}"));
            return held == HunksRepository.Hunks && of <= MostOfOnce;

            double Prove(params string[] more)
            {
                if (Directory.Exists(Path.Combine(own, ".assay"))) Directory.Delete(Path.Combine(own, ".assay"), recursive: true);
                return Wall.Once(own, [Built.Assay, "prove", "--commit", "HEAD", "--quiet", "--format", "json", "--output", written, .. more]);
            }
        }
        finally
        {
            Wall.Once(Path.GetTempPath(), ["rm", "-rf", folder]);
        }
    }

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);
}
