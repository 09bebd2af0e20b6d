using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Documents;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Evidence.Gathering;

/// <summary>The records that people keep beside the code, read from the judged tree itself: they are part of what is judged.</summary>
public static class TreeRecords
{
    /// <summary>All records of the component.</summary>
    public static EvidenceSet Read(IFileTree tree, Component component, CancellationToken cancellation)
    {
        var readings = ImmutableArray.CreateBuilder<EvidenceReading>();
        var problems = ImmutableArray.CreateBuilder<EvidenceProblem>();
        foreach (var file in tree.Files)
        {
            if (!component.Contains(file.Path) || file.Mode is not ("100644" or "100755")) continue;
            var local = component.Path.Length == 0 ? file.Path : file.Path[(component.Path.Length + 1)..];
            var named = RecordPlaces.Named.IsMatch(local);
            if (!named && !RecordPlaces.Searched.IsMatch(local) || tree.Read(file.Path) is not { } bytes) continue;
            using var content = new MemoryStream(bytes, writable: false);
            var read = EvidenceFile.Read(content, EvidenceReaders.Records, cancellation);
            if (read.Error is null)
                readings.Add(new EvidenceReading(new EvidenceItem(file.Path, read.Format!, read.Version, read.Digest, component.Id, Trust.Collected, component.Subject, read.Producer, OwnDate.Of(read.Observations)), read.Observations));
            else if (named || read.Format is not null)
                problems.AddRange(Together([read.Error, .. read.OtherErrors]).Select(error => new EvidenceProblem(Placed(error, file.Path), component.Id, StepKinds.Of(read.Format))));
        }
        return new EvidenceSet(readings.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>A starter that nobody filled in has one thing wrong, in many places.</summary>
    private static IEnumerable<AssayError> Together(ImmutableArray<AssayError> mistakes)
    {
        var left = mistakes.Where(mistake => mistake.What.Contains(Starters.IsLeft, StringComparison.Ordinal)).ToList();
        var others = mistakes.Except(left);
        return left.Count < 2 ? mistakes : others.Prepend(left[0] with { What = $"It {Starters.IsLeft} in {left.Count} places, the first of them here." });
    }

    private static AssayError Placed(AssayError error, string path) => error with { File = path };
}
