using System.Text;
using Assay.Core.Changes;
using Assay.Tests.Support;

namespace Assay.Tests.Git;

public sealed class HunkTests : IDisposable
{
    private readonly TestRepository repository = TestRepository.Create();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Hunks_name_lines_on_both_sides()
    {
        Start("1\n2\n3\n4\n5\n6\n");
        var file = Edit("1\ntwo\n3\n4\n5\n6\n7\n8\n");
        Assert.Equal(ChangeKind.Modified, file.Kind);
        Assert.Collection(file.Hunks,
            hunk => AssertHunk(hunk, 2, ["2"], 2, ["two"]),
            hunk => AssertHunk(hunk, 6, [], 7, ["7", "8"]));
    }

    [Fact]
    public void Lines_that_look_like_headers_stay_lines()
    {
        Start("--- a/x\n+++ b/x\n@@ -1 +1 @@\ndiff --git a/x b/x\n\\ No newline at end of file\n");
        var file = Edit("@@ -9,9 +9,9 @@\ndiff --git a/y b/y\n-- \n++ \n:100644\n");
        Assert.Equal(
            [
                "---- a/x", "-+++ b/x", "-@@ -1 +1 @@", "-diff --git a/x b/x", "-\\ No newline at end of file",
                "+@@ -9,9 +9,9 @@", "+diff --git a/y b/y", "+-- ", "+++ ", "+:100644",
            ],
            repository.Change().Lines(file.Path));
    }

    [Fact]
    public void A_missing_last_line_end_is_no_line()
    {
        Start("a");
        AssertHunk(Assert.Single(Edit("b").Hunks), 1, ["a"], 1, ["b"]);
    }

    [Fact]
    public void Lines_come_without_carriage_returns()
    {
        Start("a\r\nb\r\n");
        AssertHunk(Assert.Single(Edit("a\r\nc\r\n").Hunks), 2, ["b"], 2, ["c"]);
    }

    [Fact]
    public void Binary_files_show_their_lines_too()
    {
        Start("a\0\n");
        AssertHunk(Assert.Single(Edit("b\0\n").Hunks), 1, ["a\0"], 1, ["b\0"]);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_replaced()
    {
        Start("a\n");
        repository.Write("f.txt", [0xff, (byte)'\n']);
        AssertHunk(Assert.Single(repository.Change().Files.Single().Hunks), 1, ["a"], 1, ["\uFFFD"]);
    }

    [Theory]
    [InlineData("with space.txt")]
    [InlineData("ümläut/日本.txt")]
    [InlineData("new\nline.txt")]
    [InlineData("tab\tand \"quote\".txt")]
    [InlineData("-option")]
    [InlineData(":(glob)*")]
    [InlineData("a => b")]
    public void Any_name_works_committed_or_not(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.IndexOfAny(['\n', '\t', '"', ':', '*', '>']) >= 0, "Windows has no such file names");
        Start("a\n", name);
        var file = Edit("b\n", name);
        Assert.Equal(name, file.Path);
        AssertHunk(Assert.Single(file.Hunks), 1, ["a"], 1, ["b"]);
        repository.Branch("work").Commit("second");
        Assert.Equal(name, Assert.Single(repository.Change().Files).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Renames_deletions_additions_modes_and_links_are_told_apart(bool committed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no executable bit");
        var text = string.Concat(Enumerable.Range(0, 20).Select(n => $"line {n}\n"));
        repository.Write("renamed.txt", text).Write("moved.txt", text + "other\n").Write("gone.txt", "gone\n").Write("mode.sh", "m\n").Write("link", "was a file\n").Write("z.txt", "z\n").Commit("first");
        repository.Branch("work").Write("to.txt", text).Delete("renamed.txt").Write("d/moved.txt", text + "edited\n").Delete("moved.txt");
        repository.Delete("gone.txt").Write("empty.txt", "").Delete("link");
        File.CreateSymbolicLink(repository.FullPath("link"), "z.txt");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository.FullPath("mode.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (committed)
            repository.Commit("second");

        var change = repository.Change();
        Assert.Equal(
            [
                ("d/moved.txt", "moved.txt", ChangeKind.Renamed, 2), ("empty.txt", null, ChangeKind.Added, 0), ("gone.txt", null, ChangeKind.Deleted, 1),
                ("link", null, ChangeKind.Modified, 2), ("mode.sh", null, ChangeKind.Modified, 0), ("to.txt", "renamed.txt", ChangeKind.Renamed, 0),
            ],
            change.Files.Select(file => (file.Path, file.OldPath, file.Kind, file.Hunks.Sum(hunk => hunk.Added.Length + hunk.Removed.Length))));
        Assert.Equal(["-was a file", "+z.txt"], change.Lines("link"));
    }

    private void Start(string text, string path = "f.txt") => repository.Write(path, text).Commit("first");

    private ChangedFile Edit(string text, string path = "f.txt") => Assert.Single(repository.Write(path, Encoding.UTF8.GetBytes(text)).Change().Files);

    private static void AssertHunk(Hunk hunk, int oldStart, string[] removed, int newStart, string[] added)
    {
        Assert.Equal((oldStart, newStart), (hunk.OldStart, hunk.NewStart));
        Assert.Equal(removed, hunk.Removed);
        Assert.Equal(added, hunk.Added);
    }
}
