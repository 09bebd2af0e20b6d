using System.Diagnostics;
using System.Runtime.Versioning;
using Assay.Git.Checkouts;
using Assay.Git.Objects;
using Assay.Tests.Support;

namespace Assay.Tests.Git.Checkouts;

/// <summary>Where clones lie, and what becomes of them.</summary>
public sealed class CloneFoldersTests : IDisposable
{
    private readonly string place = Path.Combine(Directory.CreateTempSubdirectory("assay-test-places-").FullName, "proofs");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(place)!, recursive: true);

    [Fact]
    public void A_run_removes_its_folder_and_gives_each_clone_its_own()
    {
        using (var run = CloneFolders.Take([place], "payments"))
        {
            string[] clones = [run.Next(), run.Next()];
            Assert.All(clones, clone => Assert.Equal("payments", Path.GetFileName(clone)));
            Assert.All(clones, clone => Assert.False(Path.Exists(clone)));
            Assert.Equal(2, clones.Distinct().Count());
            File.WriteAllText(clones[0], "x");
            Assert.StartsWith(place, run.Root, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(place));
    }

    [Fact]
    public void Runs_at_once_do_not_disturb_each_other()
    {
        var runs = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => CloneFolders.Take([place], "r")).ToList();
        Assert.Equal(16, runs.Select(run => run.Root).Distinct().Count());
        Assert.All(runs, run => Assert.True(Directory.Exists(run.Root)));
        runs[0].Dispose();
        Assert.All(runs[1..], run => Assert.True(Directory.Exists(run.Root)));
        runs.ForEach(run => run.Dispose());
        Assert.Empty(Directory.EnumerateFileSystemEntries(place));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_a_killed_run_left_is_removed_by_the_next_even_where_it_is_read_only()
    {
        using (CloneFolders.Take([place], "first")) { }
        var left = Path.Combine(place, "0123456789ab");
        Directory.CreateDirectory(Path.Combine(left, "1", "deep"));
        File.WriteAllText(Path.Combine(left, "1", "deep", "file"), "x");
        File.SetUnixFileMode(Path.Combine(left, "1", "deep"), UnixFileMode.UserRead);
        File.WriteAllText(left + ".lock", "");
        using var next = CloneFolders.Take([place], "other");
        Assert.Equal([next.Root, next.Root + ".lock"], Directory.EnumerateFileSystemEntries(place).Order(StringComparer.Ordinal));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_lock_of_a_process_ends_when_it_is_killed_and_not_before()
    {
        using (CloneFolders.Take([place], "first")) { }
        var left = Path.Combine(place, "0123456789ab");
        Directory.CreateDirectory(left);
        // flock(1) takes the same lock that .NET takes, in a process that can be killed.
        File.WriteAllText(left + ".lock", "");
        using var holder = Process.Start(new ProcessStartInfo("flock", [left + ".lock", "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using (CloneFolders.Take([place], "r")) Assert.True(Directory.Exists(left));
        holder.Kill(entireProcessTree: true);
        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Null(await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using (CloneFolders.Take([place], "r")) Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void Folders_of_others_that_have_no_lock_file_stay()
    {
        Directory.CreateDirectory(Path.Combine(place, "somebodys"));
        using (CloneFolders.Take([place], "r")) { }
        Assert.True(Directory.Exists(Path.Combine(place, "somebodys")));
    }

    [Fact]
    public void A_place_in_the_repository_is_never_taken_and_one_below_a_project_last()
    {
        var root = Path.GetDirectoryName(place)!;
        var project = Directory.CreateDirectory(Path.Combine(root, "home")).FullName;
        File.WriteAllText(Path.Combine(project, "package.json"), "{}");
        var below = Path.Combine(project, ".cache", "proofs");
        var inside = Path.Combine(root, "repository", "cache");
        Directory.CreateDirectory(Path.Combine(root, "repository"));
        Assert.Equal([place, below], CloneBase.InOrder([below, inside, place], Path.Combine(root, "repository")));
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(Path.Combine(root, "link"), Path.Combine(root, "repository"));
        Assert.Equal([place], CloneBase.InOrder([Path.Combine(root, "link", "cache"), place], Path.Combine(root, "repository")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_gives_way_to_the_next_and_none_is_refused()
    {
        var file = Path.Combine(Path.GetDirectoryName(place)!, "file");
        File.WriteAllText(file, "x");
        using (var run = CloneFolders.Take([Path.Combine(file, "proofs"), place], "r")) Assert.StartsWith(place, run.Root, StringComparison.Ordinal);
        Assert.Equal(Assay.Core.Errors.SystemErrors.NotWritable, Selections.Refusal(() => CloneFolders.Take([Path.Combine(file, "proofs")], "r")));
    }

    [Fact]
    public void Objects_that_a_killed_run_left_are_removed_and_those_in_use_are_not()
    {
        using var repository = TestRepository.Create();
        repository.Write("a.txt", "1").Commit("first");
        repository.Write("a.txt", "uncommitted");
        using var opened = repository.Open();
        opened.ReadWorkTree();
        var used = Assert.Single(opened.ScratchFolders);
        var temporary = Directory.CreateDirectory(place).FullName;
        string[] names = ["assay-git-killed", "assay-git-half-removed", "assay-git-old", "other"];
        foreach (var name in names) Directory.CreateDirectory(Path.Combine(temporary, name, "objects"));
        foreach (var name in (string[])["assay-git-young", "assay-git-forgotten"]) Directory.CreateDirectory(Path.Combine(temporary, name));
        File.WriteAllText(Path.Combine(temporary, "assay-git-killed", "lock"), "");
        foreach (var name in (string[])["assay-git-old", "assay-git-forgotten"]) Directory.SetLastWriteTimeUtc(Path.Combine(temporary, name), DateTime.UtcNow.AddDays(-2));
        ScratchObjects.RemoveLeftovers(temporary, DateTimeOffset.UtcNow);
        Assert.Equal(["assay-git-young", "other"], Directory.EnumerateDirectories(temporary).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        ScratchObjects.RemoveLeftovers(Path.GetDirectoryName(used)!, DateTimeOffset.UtcNow);
        Assert.True(Directory.Exists(used), "the folder of a run that goes on was removed");
    }
}
