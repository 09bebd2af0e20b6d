using System.Xml;
using Assay.Evidence;

namespace Assay.Bench;

/// <summary>Reading a report of 100 MB, recognised, hashed and merged, against a bare pass of XmlReader over the same file.</summary>
internal sealed class CoberturaBenchmark : IBenchmark
{
    private const int Runs = 5;
    private const double MostTimes = 2;
    private const long MostBytes = 150_000_000;

    public string Name => "cobertura";

    public bool Run()
    {
        var path = Path.Combine(Path.GetTempPath(), $"assay-bench-{Environment.ProcessId}.cobertura.xml");
        try
        {
            GeneratedReport.Write(path, 100_000_000);
            List<Sample> bare = [], read = [];
            for (var run = 0; run < Runs; run++)
            {
                bare.Add(Sample.InOwnProcess(Name, "bare", path));
                read.Add(Sample.InOwnProcess(Name, "read", path));
            }
            var (one, other) = (Sample.Median(bare), Sample.Median(read));
            var ratio = other.Milliseconds / one.Milliseconds;
            var mostBytes = read.Max(sample => sample.PeakBytes);
            Console.WriteLine($"Cobertura, {new FileInfo(path).Length / 1e6:F0} MB, medians of {Runs} runs in alternation");
            Console.WriteLine($"  bare XmlReader      {one}");
            Console.WriteLine($"  EvidenceFile.Read   {other}   {ratio:F2} times (at most {MostTimes}), peak {mostBytes / 1e6:F0} MB (at most {MostBytes / 1e6:F0})");
            return ratio <= MostTimes && mostBytes <= MostBytes;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void RunOnce(string mode, string[] arguments)
    {
        var path = arguments[0];
        if (mode == "bare") BarePass(path);
        else if (EvidenceFile.Read(path, CancellationToken.None) is { Error: { } error }) throw new InvalidOperationException(error.What);
    }

    private static void BarePass(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var reader = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreWhitespace = true });
        while (reader.Read()) { }
    }
}
