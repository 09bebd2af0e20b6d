using Assay.Bench;

IBenchmark[] benchmarks = [new CoberturaBenchmark(), new StartupBenchmark(), new CheckBenchmark(), new ComponentsBenchmark(), new HunksBenchmark(), new ProveBenchmark(args[Math.Min(1, args.Length)..])];

var benchmark = args.Length > 0 ? benchmarks.FirstOrDefault(benchmark => benchmark.Name == args[0]) : null;
if (benchmark is null)
{
    Console.Error.WriteLine($"Name one benchmark: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}
if (benchmark is not ProveBenchmark && args is [_, var mode, .. var rest])
{
    Sample.Take(() => benchmark.RunOnce(mode, rest)).Print();
    return 0;
}
Console.WriteLine(Machine.Describe());
return benchmark.Run() ? 0 : 1;
