using System.Diagnostics;
using Assay.Core.Errors;
using Assay.Evidence.Store;

namespace Assay.Tests.Evidence.Store;

public sealed class StoreLockTests : IDisposable
{
    private readonly TemporaryFolder _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_second_check_is_refused_and_told_who_holds_it()
    {
        var store = new EvidenceStore(_repository.Path);
        using (store.Lock())
        {
            var error = Assert.Single(Assert.Throws<AssayException>(new EvidenceStore(_repository.Path).Lock).Errors);
            Assert.Equal(CollectionErrors.AnotherCheckRuns, error.Kind);
            Assert.Contains($"Process {Environment.ProcessId} ", error.What);
        }
        using var again = store.Lock();
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_gets_it()
    {
        using var start = new Barrier(8);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            try
            {
                return new EvidenceStore(_repository.Path).Lock();
            }
            catch (AssayException)
            {
                return null;
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Single(taken, held => held is not null);
        taken.Single(held => held is not null)!.Dispose();
    }

    [Fact]
    public void A_process_that_was_killed_frees_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "there is no flock command to hold the lock from another process");
        var store = new EvidenceStore(_repository.Path);
        store.Lock().Dispose();
        var path = Path.Combine(_repository.Path, ".assay", "lock");
        using var other = Process.Start(new ProcessStartInfo("flock", ["--no-fork", path, "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", other.StandardOutput.ReadLine());
        File.WriteAllText(path + ".pid", $"{other.Id}");
        try
        {
            var error = Assert.Single(Assert.Throws<AssayException>(store.Lock).Errors);
            Assert.Contains($"Process {other.Id} ", error.What);
        }
        finally
        {
            other.Kill();
            other.WaitForExit();
        }
        store.Lock().Dispose();
    }
}
