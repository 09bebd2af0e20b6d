using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Measuring.Documentation.Comments;
using Assay.Core.Measuring.Review;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Documentation;

/// <summary>Public members that the change edits while the comment that describes them stays word for word: only a reader can tell whether it still holds.</summary>
internal static class CommentFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.State) return;
        if (Edited(input).Count == 0)
        {
            draft.Empty(FactNames.CommentsUnreviewed, "the change touches no production file that was there before");
            return;
        }
        if (input.Base is null)
        {
            draft.Missing(FactNames.CommentsUnreviewed, "the tree at base is not there to compare with", "Fetch the base, then: assay check");
            return;
        }
        var open = Unreviewed(input);
        var approvals = Approvals.Of(input);
        var looked = open.Length > 0 && approvals is { By.IsEmpty: false, AsksForChanges: false };
        draft.Measured(FactNames.CommentsUnreviewed, Quantity.Count(looked ? 0 : open.Length), looked ? approvals.Sources : [],
            looked ? $"{open.Length} looked at by a review" : null, locations: looked ? [] : open);
    }

    /// <summary>The members, in the order of the change's files.</summary>
    public static ImmutableArray<Location> Unreviewed(MeasureInput input)
    {
        var found = ImmutableArray.CreateBuilder<Location>();
        foreach (var (file, language) in Edited(input))
        {
            if (input.Head.Read(file.Path) is not { } head || input.Base?.Read(file.OldPath ?? file.Path) is not { } before) continue;
            var comments = DocumentedMembers.Of(language, Encoding.UTF8.GetString(before)).Select(member => member.Comment).ToHashSet(StringComparer.Ordinal);
            foreach (var member in DocumentedMembers.Of(language, Encoding.UTF8.GetString(head)))
                if (comments.Contains(member.Comment) && file.Hunks.Any(hunk => Touches(hunk, member)))
                    found.Add(new Location(file.Path, member.Lines.First, Note: $"{member.Name}: edited, its comment is as it was"));
        }
        return found.ToImmutable();
    }

    private static List<(ChangedFile File, Language Language)> Edited(MeasureInput input)
    {
        var production = input.Files.Where(file => file.Role == FileRole.Production).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. from file in input.Change.Files
                   where file.Kind is ChangeKind.Modified or ChangeKind.Renamed && production.Contains(file.Path)
                   let language = Languages.OfPath(file.Path)
                   where language is not null
                   select (file, language.Value)];
    }

    /// <summary>Whether the edit adds or removes text within the member; blank lines and those that only comment are no edit of it.</summary>
    private static bool Touches(Hunk hunk, DocumentedMember member)
    {
        for (var at = 0; at < hunk.Added.Length; at++)
            if (Within(hunk.NewStart + at, member) && IsCode(hunk.Added[at])) return true;
        // What was only removed stood behind the line that git names, or within what was put in its place.
        return hunk.Removed.Any(IsCode) && (hunk.Added.IsEmpty
            ? hunk.NewStart >= member.Lines.First && hunk.NewStart < member.Lines.Last && !(member.CommentLines is { } comment && hunk.NewStart >= comment.First && hunk.NewStart < comment.Last)
            : Enumerable.Range(hunk.NewStart, hunk.Added.Length).All(line => Within(line, member)));
    }

    private static bool Within(int line, DocumentedMember member) =>
        line >= member.Lines.First && line <= member.Lines.Last && !(member.CommentLines is { } comment && line >= comment.First && line <= comment.Last);

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith('#') && text[0] != '*';
}
