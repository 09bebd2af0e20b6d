using System.Collections.Immutable;
using Assay.Core;

namespace Assay.Output.Text;

/// <summary>Places in files, each with what is to see there.</summary>
internal static class Places
{
    private const int Few = 3;

    /// <param name="say">Says something more about a place than its note does; the note otherwise.</param>
    public static void Write(Page page, ImmutableArray<Location> locations, int column, Func<Location, string> say)
    {
        var shown = page.Verbose ? locations : [.. locations.Take(Few)];
        var notes = Column(shown.Select(location => location.ToString()), 4, column);
        foreach (var location in shown) Row(page, $"    {location}", Note(page, say(location)), notes);
        if (shown.Length < locations.Length) page.Row("    ", $"… and {locations.Length - shown.Length} more (--verbose)", 4);
    }

    /// <summary>A place and its note beside each other, or the note below where the place is too long for that.</summary>
    public static void Row(Page page, string place, string note, int column)
    {
        if (place.Length + 2 <= column || page.Fits(place.Length + 2, note)) page.Row(place, note, column);
        else
        {
            page.Row(place, "");
            if (note.Length > 0) page.Row("      ", note, 6);
        }
    }

    /// <summary>Where the notes begin: behind the longest place that leaves them room.</summary>
    public static int Column(IEnumerable<string> places, int indent, int least) =>
        Math.Max(least, indent + 2 + places.Select(place => place.Length).Where(length => length <= 36).DefaultIfEmpty(0).Max());

    /// <summary>A note as far as it is read at a glance; all of it on request.</summary>
    public static string Note(Page page, string note) => Printable.Short(note, page.Verbose ? 4000 : 200);
}
