using System.Diagnostics;
using Assay.Core.Errors;
using Assay.Evidence.Store;

namespace Assay.Tests.Evidence.Store;

/// <summary>On a file system of 64 KB, where the machine lets one be mounted.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _repository = new();
    private readonly bool _mounted;

    public FullDiskTests() => _mounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _repository.Path);

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", _repository.Path);
        }
        _repository.Dispose();
    }

    [Fact]
    public void On_a_full_disk_the_command_ends_with_a_clear_word_and_what_stood_there_still_stands()
    {
        Assert.SkipUnless(_mounted, "a small file system cannot be mounted here");
        var store = new EvidenceStore(_repository.Path);
        using (var first = store.Begin("payments", "dotnet-test"))
        {
            File.WriteAllText(Path.Combine(first.Path, "old.xml"), "1");
            store.Commit(first, EvidenceStoreTests.Record());
        }
        using var folder = store.Begin("payments", "dotnet-test");
        using (var filler = File.Create(Path.Combine(folder.Path, "filler.xml"), 1))
        {
            Assert.Throws<IOException>(() => Fill(filler));
        }
        var error = Assert.Throws<AssayException>(() => store.Commit(folder, EvidenceStoreTests.Record()));
        Assert.Equal(SystemErrors.NotWritable, Assert.Single(error.Errors).Kind);
        Assert.EndsWith("old.xml", Assert.Single(Assert.Single(store.Load("payments").Steps).Files).Path);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_repository.Path, ".assay", "tmp")));
    }

    private static void Fill(FileStream file)
    {
        for (var written = 0; written < 1024 * 1024; written += 512)
        {
            file.Write(new byte[512]);
        }
    }

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
