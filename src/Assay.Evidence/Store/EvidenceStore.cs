using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Evidence.Store;

/// <summary>
/// Keeps what was collected, below <c>.assay</c> in the repository: one folder a step, with its files and its <see cref="StepRecord"/>.
/// A step's folder is replaced as a whole: after a crash it is the old one or none, never a mix.
/// </summary>
/// <param name="repositoryRoot">Absolute path of the work tree.</param>
/// <param name="time">The clock; the system's where null.</param>
public sealed class EvidenceStore(string repositoryRoot, TimeProvider? time = null)
{
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    private readonly StoreLayout _layout = new(repositoryRoot);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Makes an empty folder for a step.</summary>
    /// <exception cref="AssayException">It cannot be written.</exception>
    public StepFolder Begin(string component, string step) => Writing(() =>
    {
        _layout.Prepare();
        RemoveLeftovers();
        var path = _layout.Fresh();
        Directory.CreateDirectory(path);
        return new StepFolder(component, step, path);
    });

    /// <summary>Keeps a step's folder with its record, in place of what the step left before.</summary>
    /// <param name="folder">From <see cref="Begin"/>; every file in it is an output, except <c>*.log</c> and links.</param>
    /// <param name="record">The outputs in it are replaced by those found.</param>
    /// <returns>The record as it was written.</returns>
    /// <exception cref="AssayException">It cannot be written; what the step left before still stands.</exception>
    public StepRecord Commit(StepFolder folder, StepRecord record)
    {
        try
        {
            return Writing(() =>
            {
                var full = record with { Component = folder.Component, Step = folder.Step, Outputs = [.. Outputs(folder.Path)] };
                WriteRecord(Path.Combine(folder.Path, StoreLayout.RecordFile), full);
                Replace(_layout.Step(folder.Component, folder.Step), folder.Path);
                return full;
            });
        }
        catch (AssayException)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Absolute path of the folder that a step is kept in, whether it is there or not.</summary>
    public string Place(string component, string step) => _layout.Step(component, step);

    /// <summary>The folder that a step is kept in as messages show it: relative to the repository.</summary>
    public string Shown(string component, string step) => _layout.Shown(_layout.Step(component, step));

    /// <summary>Removes what the steps of a component left.</summary>
    /// <param name="keep">Steps that stay; none where null.</param>
    /// <exception cref="AssayException">It cannot be removed.</exception>
    public void Clear(string component, Func<string, bool>? keep = null)
    {
        var folder = _layout.Component(component);
        if (keep is null || !Directory.Exists(folder)) Remove(folder);
        else
            foreach (var step in Directory.EnumerateDirectories(folder).Where(step => !keep(Path.GetFileName(step))).ToList()) Remove(step);
    }

    /// <summary>Removes what one step left.</summary>
    /// <exception cref="AssayException">It cannot be removed.</exception>
    public void Remove(string component, string step) => Remove(_layout.Step(component, step));

    private void Remove(string folder) => Writing(() =>
    {
        _layout.RefuseLinks(folder);
        if (Directory.Exists(folder))
        {
            _layout.Prepare();
            StoreFiles.TryRemove(MoveAway(folder));
        }
        return true;
    });

    /// <summary>What all steps of a component left, each file checked against its record.</summary>
    public StoredEvidence Load(string component) => new StoreLoading(_layout).Load(component);

    /// <summary>Holds the store until disposal, or until this process ends in whatever way.</summary>
    /// <exception cref="AssayException">Another process holds it, or it cannot be written.</exception>
    public IDisposable Lock() => Writing(() =>
    {
        _layout.Prepare();
        return StoreLock.Take(_layout.Lock, _layout.Shown(_layout.Lock));
    });

    private static IEnumerable<StepOutput> Outputs(string folder) =>
        from path in StoreFiles.Below(folder)
        let name = Path.GetRelativePath(folder, path).Replace('\\', '/')
        where !name.EndsWith(".log", StringComparison.OrdinalIgnoreCase) && name != StoreLayout.RecordFile
        select new StepOutput(name, Digests.Of(path));

    private static void WriteRecord(string path, StepRecord record)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        JsonSerializer.Serialize(file, record, StoreJson.Default.StepRecord);
        file.Flush(flushToDisk: true);
    }

    private void Replace(string place, string folder)
    {
        _layout.RefuseLinks(place);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var old = Directory.Exists(place) ? MoveAway(place) : null;
        try
        {
            Directory.Move(folder, place);
        }
        catch (Exception e) when (old is not null && StoreFiles.IsDisk(e))
        {
            Directory.Move(old, place);
            throw;
        }
        if (old is not null)
        {
            StoreFiles.TryRemove(old);
        }
    }

    private string MoveAway(string folder)
    {
        var away = _layout.Fresh();
        Directory.Move(folder, away);
        Directory.SetLastWriteTimeUtc(away, _time.GetUtcNow().UtcDateTime);
        return away;
    }

    private void RemoveLeftovers()
    {
        var limit = (_time.GetUtcNow() - LeftoverAge).UtcDateTime;
        foreach (var folder in Directory.EnumerateDirectories(_layout.Temporary).Where(folder => Directory.GetLastWriteTimeUtc(folder) < limit).ToList())
        {
            StoreFiles.TryRemove(folder);
        }
    }

    private T Writing<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (StoreFiles.IsDisk(e))
        {
            throw StoreFiles.NotWritable(_layout.Shown(_layout.Root), e);
        }
    }
}
