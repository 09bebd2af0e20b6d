using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Evidence.Store;

namespace Assay.Tests.Evidence.Store;

public sealed class EvidenceStoreTests : IDisposable
{
    private static readonly DateTimeOffset Started = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _repository = new();
    private readonly EvidenceStore _store;

    public EvidenceStoreTests() => _store = new EvidenceStore(_repository.Path);

    public void Dispose() => _repository.Dispose();

    internal static StepRecord Record(string component = "payments", string step = "dotnet-test") =>
        new(component, step, StepKind.Test, "sha256:subject", "dotnet test", "", 0, Started, Started.AddSeconds(9), false, [], [], "0.1.0");

    private string Place(params string[] names) => Path.Combine([_repository.Path, ".assay", .. names]);

    private StepRecord Keep(params (string Name, string Text)[] files)
    {
        using var folder = _store.Begin("payments", "dotnet-test");
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
            File.WriteAllText(Path.Combine(folder.Path, name), text);
        }
        return _store.Commit(folder, Record());
    }

    private StoredFile OnlyFile() => Assert.Single(Assert.Single(_store.Load("payments").Steps).Files);

    [Fact]
    public void What_was_committed_is_loaded_with_its_record_and_without_its_logs()
    {
        var kept = Keep(("a/report.xml", "<x/>"), ("run.log", "text"));
        Assert.Equal(["a/report.xml"], kept.Outputs.Select(output => output.Path));
        var step = Assert.Single(_store.Load("payments").Steps);
        Assert.Equal(kept with { Outputs = [] }, step.Record with { Outputs = [] });
        Assert.Equal(kept.Outputs, step.Record.Outputs);
        var file = Assert.Single(step.Files);
        Assert.Null(file.Problem);
        Assert.Equal("<x/>", File.ReadAllText(file.Path));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file.Path)!, "..", "run.log")));
    }

    [Fact]
    public void A_second_run_replaces_everything_of_the_first()
    {
        Keep(("old.xml", "1"));
        Keep(("new.xml", "2"));
        Assert.EndsWith("new.xml", OnlyFile().Path);
        Assert.False(File.Exists(Place("evidence", "payments", "dotnet-test", "old.xml")));
        Assert.Empty(Directory.GetFileSystemEntries(Place("tmp")));
    }

    [Fact]
    public void Git_is_told_to_ignore_all_of_it()
    {
        Keep();
        Assert.Equal("*\n", File.ReadAllText(Place(".gitignore")));
    }

    [Fact]
    public void A_folder_that_was_not_committed_leaves_nothing()
    {
        Keep(("report.xml", "1"));
        using (var folder = _store.Begin("payments", "dotnet-test"))
        {
            File.WriteAllText(Path.Combine(folder.Path, "half.xml"), "<");
        }
        Assert.Empty(Directory.GetFileSystemEntries(Place("tmp")));
        Assert.EndsWith("report.xml", OnlyFile().Path);
    }

    [Fact]
    public void Cleared_evidence_is_gone_and_that_of_others_stays()
    {
        Keep(("report.xml", "1"));
        using var other = _store.Begin("web", "npm-test");
        _store.Commit(other, Record("web", "npm-test"));
        _store.Clear("payments");
        Assert.Empty(_store.Load("payments").Steps);
        Assert.Single(_store.Load("web").Steps);
        _store.Clear("never seen");
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/etc")]
    [InlineData("a/b")]
    [InlineData("ünï code")]
    [InlineData("")]
    public void Whatever_a_component_is_called_its_evidence_stays_in_its_place(string id)
    {
        using (var folder = _store.Begin(id, id))
        {
            File.WriteAllText(Path.Combine(folder.Path, "x"), "x");
            _store.Commit(folder, Record(id, id));
        }
        Assert.Equal(id, Assert.Single(_store.Load(id).Steps).Record.Step);
        Assert.Single(Directory.GetDirectories(Place("evidence")));
        Assert.Equal([".assay"], Directory.GetFileSystemEntries(_repository.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_is_gone_or_was_changed_is_a_problem()
    {
        Keep(("report.xml", "1"));
        var path = OnlyFile().Path;
        File.WriteAllText(path, "2");
        Assert.Equal(EvidenceErrors.DigestMismatch, OnlyFile().Problem?.Kind);
        Assert.Equal(".assay/evidence/payments/dotnet-test/report.xml", OnlyFile().Problem?.File);
        File.Delete(path);
        Assert.Equal(EvidenceErrors.RecordedButGone, OnlyFile().Problem?.Kind);
    }

    [Fact]
    public void A_file_that_nobody_recorded_is_not_evidence()
    {
        Keep(("report.xml", "1"));
        File.WriteAllText(Place("evidence", "payments", "dotnet-test", "planted.xml"), "<x/>");
        Assert.EndsWith("report.xml", OnlyFile().Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"component":"payments"}""")]
    [InlineData("""{"component":"web","step":"dotnet-test","kind":"Test","subject":"s","command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":[],"problems":[],"toolVersion":"1"}""")]
    [InlineData("""{"component":"payments","step":"dotnet-test","kind":"Test","subject":null,"command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":[],"problems":[],"toolVersion":"1"}""")]
    [InlineData("""{"component":"payments","step":"dotnet-test","kind":"Test","subject":"s","command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":[null],"problems":[],"toolVersion":"1"}""")]
    [InlineData("""{"component":"payments","step":"dotnet-test","kind":"Test","subject":"s","command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":null,"problems":[],"toolVersion":"1"}""")]
    [InlineData("""{"component":"payments","step":"dotnet-test","kind":"Test","subject":"s","command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":[],"problems":[null],"toolVersion":"1"}""")]
    [InlineData("""{"component":"payments","step":"dotnet-test","kind":"Test","subject":"s","command":"c","exitCode":0,"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T10:00:00Z","probed":false,"outputs":[],"toolVersion":"1"}""")]
    public void A_record_that_Assay_did_not_write_is_a_problem_and_no_exception(string text)
    {
        Keep(("report.xml", "1"));
        File.WriteAllText(Place("evidence", "payments", "dotnet-test", "record.json"), text);
        var stored = _store.Load("payments");
        Assert.Empty(stored.Steps);
        Assert.Equal(EvidenceErrors.Unreadable, Assert.Single(stored.Problems).Error.Kind);
    }

    [Fact]
    public void A_step_without_a_record_is_a_problem()
    {
        Keep(("report.xml", "1"));
        File.Delete(Place("evidence", "payments", "dotnet-test", "record.json"));
        Assert.Equal(EvidenceErrors.Unreadable, Assert.Single(_store.Load("payments").Problems).Error.Kind);
    }

    [Theory]
    [InlineData("../../../../outside.xml")]
    [InlineData("/etc/hostname")]
    [InlineData("../other-step/report.xml")]
    public void A_record_that_names_a_file_elsewhere_is_refused(string elsewhere)
    {
        Keep(("report.xml", "1"));
        var record = Place("evidence", "payments", "dotnet-test", "record.json");
        File.WriteAllText(record, File.ReadAllText(record).Replace("\"report.xml\"", $"\"{elsewhere}\"", StringComparison.Ordinal));
        Assert.Equal(EvidenceErrors.OutsideRepository, OnlyFile().Problem?.Kind);
    }

    [Fact]
    public void A_link_that_leads_out_is_refused()
    {
        Keep(("report.xml", "1"));
        using var outside = new TemporaryFolder();
        var path = OnlyFile().Path;
        File.Delete(path);
        File.CreateSymbolicLink(path, outside.Write("report.xml", "1"));
        Assert.Equal(EvidenceErrors.OutsideRepository, OnlyFile().Problem?.Kind);

        var step = Place("evidence", "payments", "dotnet-test");
        Directory.Move(step, Path.Combine(outside.Path, "step"));
        Directory.CreateSymbolicLink(step, Path.Combine(outside.Path, "step"));
        Assert.Equal(EvidenceErrors.OutsideRepository, Assert.Single(_store.Load("payments").Problems).Error.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tmp")]
    public void A_store_that_is_a_link_is_never_written_through(string folder)
    {
        using var outside = new TemporaryFolder();
        if (folder.Length > 0)
        {
            Directory.CreateDirectory(Place());
        }
        Directory.CreateSymbolicLink(Path.TrimEndingDirectorySeparator(Place(folder)), outside.Path);
        var error = Assert.Throws<AssayException>(() => _store.Begin("payments", "dotnet-test"));
        Assert.Equal(EvidenceErrors.OutsideRepository, Assert.Single(error.Errors).Kind);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }

    [Fact]
    public void Links_that_a_command_leaves_are_not_outputs()
    {
        using var folder = _store.Begin("payments", "dotnet-test");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "passwd"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "etc"), "/etc");
        Assert.Empty(_store.Commit(folder, Record()).Outputs);
    }

    [Fact]
    public void Where_the_store_cannot_be_made_the_command_ends_with_a_clear_word()
    {
        _repository.Write(".assay", "a file stands where the folder should be");
        var error = Assert.Single(Assert.Throws<AssayException>(() => _store.Begin("payments", "dotnet-test")).Errors);
        Assert.Equal((SystemErrors.NotWritable, ".assay"), (error.Kind, error.File));
    }

    [Fact]
    public void On_a_file_system_that_takes_nothing_the_command_ends_with_a_clear_word()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "there is no /proc");
        var error = Assert.Throws<AssayException>(() => new EvidenceStore("/proc/self").Begin("payments", "dotnet-test"));
        Assert.Equal(SystemErrors.NotWritable, Assert.Single(error.Errors).Kind);
    }

    [Fact]
    public void Where_evidence_cannot_be_put_in_its_place_nothing_half_written_is_left()
    {
        using var folder = _store.Begin("payments", "dotnet-test");
        File.WriteAllText(Path.Combine(folder.Path, "report.xml"), "1");
        _repository.Write(".assay/evidence/payments", "a file stands where the folder should be");
        var error = Assert.Throws<AssayException>(() => _store.Commit(folder, Record()));
        Assert.Equal(SystemErrors.NotWritable, Assert.Single(error.Errors).Kind);
        Assert.Empty(Directory.GetFileSystemEntries(Place("tmp")));
    }

    [Fact]
    public void Where_the_record_cannot_be_written_what_stood_there_still_stands()
    {
        Keep(("old.xml", "1"));
        using var folder = _store.Begin("payments", "dotnet-test");
        Directory.CreateDirectory(Path.Combine(folder.Path, "record.json"));
        Assert.Throws<AssayException>(() => _store.Commit(folder, Record()));
        Assert.EndsWith("old.xml", OnlyFile().Path);
        Assert.Empty(Directory.GetFileSystemEntries(Place("tmp")));
    }

    /// <summary>A process that ended between the two renames leaves what this makes by hand.</summary>
    [Fact]
    public void After_a_crash_between_moving_the_old_away_and_the_new_in_there_is_none_and_never_a_mix()
    {
        Keep(("old.xml", "1"));
        var started = _store.Begin("payments", "dotnet-test");
        File.WriteAllText(Path.Combine(started.Path, "new.xml"), "2");
        Directory.Move(Place("evidence", "payments", "dotnet-test"), Place("tmp", "moved-away"));
        var stored = new EvidenceStore(_repository.Path).Load("payments");
        Assert.Empty(stored.Steps);
        Assert.Empty(stored.Problems);
        Keep(("newer.xml", "3"));
        Assert.EndsWith("newer.xml", OnlyFile().Path);
    }

    [Fact]
    public void Leftovers_are_removed_after_a_day_and_not_before()
    {
        var clock = new SetClock(DateTimeOffset.UtcNow);
        var store = new EvidenceStore(_repository.Path, clock);
        var left = store.Begin("payments", "dotnet-test").Path;
        clock.Now += TimeSpan.FromHours(23);
        store.Begin("payments", "dotnet-test").Dispose();
        Assert.True(Directory.Exists(left));
        clock.Now += TimeSpan.FromHours(2);
        store.Begin("payments", "dotnet-test").Dispose();
        Assert.False(Directory.Exists(left));
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
