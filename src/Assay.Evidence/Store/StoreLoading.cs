using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Evidence.Store;

/// <summary>Reads records back. Whatever is wrong with them is a value; somebody may have edited them.</summary>
internal sealed class StoreLoading(StoreLayout layout)
{
    private const long LargestRecord = 16 * 1024 * 1024;

    internal StoredEvidence Load(string component)
    {
        var steps = ImmutableArray.CreateBuilder<StoredStep>();
        var problems = ImmutableArray.CreateBuilder<EvidenceProblem>();
        var folder = layout.Component(component);
        if (!IsInside(folder))
        {
            return new StoredEvidence([], [new EvidenceProblem(Outside(folder), component, null)]);
        }
        foreach (var step in Folders(folder))
        {
            var (record, error) = ReadRecord(step, component);
            if (record is null)
            {
                problems.Add(new EvidenceProblem(error!, component, null));
            }
            else
            {
                steps.Add(new StoredStep(record, [.. record.Outputs.Select(output => Checked(step, output))]));
            }
        }
        return new StoredEvidence(steps.ToImmutable(), problems.ToImmutable());
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];

    private (StepRecord?, AssayError?) ReadRecord(string step, string component)
    {
        var path = Path.Combine(step, StoreLayout.RecordFile);
        if (!IsInside(path))
        {
            return (null, Outside(path));
        }
        try
        {
            if (new FileInfo(path).Length > LargestRecord)
            {
                return (null, Unreadable(path, "The record is too large."));
            }
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(path), StoreJson.Default.StepRecord);
            return record is null ? (null, Unreadable(path, "The record is empty."))
                : record.Component != component || layout.Step(component, record.Step) != step ? (null, Unreadable(path, "The record belongs to another step."))
                : record.Outputs.IsDefault || record.Outputs.Any(output => output is null) ? (null, Unreadable(path, "The record names no outputs."))
                : record.Problems.IsDefault || record.Problems.Any(problem => problem is null) ? (null, Unreadable(path, "The record does not say what problems there were."))
                : (record, null);
        }
        catch (Exception e) when (StoreFiles.IsDisk(e))
        {
            return (null, Unreadable(path, "The record of a step is not there or cannot be read."));
        }
        catch (JsonException e)
        {
            return (null, Unreadable(path, "The record is not what Assay wrote.") with { Line = (int?)e.LineNumber + 1 });
        }
    }

    private StoredFile Checked(string step, StepOutput output)
    {
        var path = Path.GetFullPath(Path.Combine(step, output.Path));
        return new StoredFile(path, output.Digest, Problem(step, path, output));
    }

    private AssayError? Problem(string step, string path, StepOutput output)
    {
        try
        {
            return !RealPath.IsBelow(path, step) || !IsInside(path) ? Outside(path)
                : !File.Exists(path) ? new AssayError(EvidenceErrors.RecordedButGone, "The record names a file that is not there.", layout.Shown(path))
                : Digests.Of(path) != output.Digest ? new AssayError(EvidenceErrors.DigestMismatch, "Its bytes are not those that were recorded.", layout.Shown(path))
                : null;
        }
        catch (Exception e) when (StoreFiles.IsDisk(e))
        {
            return Unreadable(path, $"The file could not be read from disk: {e.Message}");
        }
    }

    private bool IsInside(string path) => RealPath.IsWithin(path, layout.Root) && new FileInfo(layout.Root).LinkTarget is null;

    private AssayError Outside(string path) =>
        new(EvidenceErrors.OutsideRepository, "A link or a record leads out of the folder that Assay keeps evidence in.", layout.Shown(path), NextStep: "Remove .assay and run assay check.");

    private AssayError Unreadable(string path, string what) =>
        new(EvidenceErrors.Unreadable, what, layout.Shown(path), NextStep: "Remove .assay and run assay check.");
}
