using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;

namespace Assay.Core.Measuring;

/// <summary>Where a quarantined test stands, as far as texts tell.</summary>
internal static class QuarantinedFiles
{
    /// <summary>
    /// The first test file of the change that names the test, before or after; where no test file names it, because its title is computed, the first test file of the
    /// change. Null where the change leaves the test alone.
    /// </summary>
    public static string? Edited(QuarantinedTest test, MeasureInput input)
    {
        var tests = input.Files.Concat(input.Gone).Where(file => file.Role == FileRole.Test).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var changed = input.Change.Files.Where(file => tests.Contains(file.Path) || (file.OldPath is { } old && tests.Contains(old))).ToList();
        if (changed.Count == 0) return null;
        var title = Title(test.Test);
        if (changed.Find(file => Names(input.Head, file.Path) || Names(input.Base, file.OldPath ?? file.Path)) is { } naming) return naming.Path;
        return tests.Any(path => Names(input.Head, path)) ? null : changed[0].Path;

        bool Names(IFileTree? tree, string path) => tree?.Read(path) is { } content && content.AsSpan().IndexOf(title) >= 0;
    }

    /// <summary>The last part of an id without its arguments, as sources write it.</summary>
    private static byte[] Title(string id)
    {
        var whole = id.LastIndexOf(" > ", StringComparison.Ordinal) is > 0 and var suite ? id[(suite + 3)..] : id;
        if (whole.Length < id.Length) return System.Text.Encoding.UTF8.GetBytes(whole);
        var name = whole.IndexOfAny(['(', '[']) is > 0 and var open ? whole[..open] : whole;
        return System.Text.Encoding.UTF8.GetBytes(name[(name.LastIndexOf('.') + 1)..]);
    }
}
