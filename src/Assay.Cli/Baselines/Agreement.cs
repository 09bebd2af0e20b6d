using System.Collections.Immutable;
using System.Text;
using Assay.Core;
using Assay.Core.Adoption;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Rules;
using Assay.Git;

namespace Assay.Cli.Baselines;

/// <summary>The baselines at head and at base, each with the tree that it was last written for.</summary>
internal sealed class Agreement
{
    private readonly DateOnly today;
    private readonly Side? head;
    private readonly Side? atBase;
    private readonly bool edited;

    private Agreement(string path, Side? head, Side? atBase, bool edited, DateOnly today) =>
        (Path, this.head, this.atBase, this.edited, this.today) = (path, head, atBase, edited, today);

    /// <summary>Nothing may be owed.</summary>
    public static Agreement None { get; } = new(Baseline.FileName, null, null, false, default);

    /// <summary>Where the baseline lies, or would lie.</summary>
    public string Path { get; }

    /// <summary>What is agreed at head; null for nothing.</summary>
    public Baseline? AtHead => head?.Baseline;

    /// <summary>There is a baseline on either side.</summary>
    public bool Any => head is not null || atBase is not null;

    /// <exception cref="AssayException">The baseline at head has mistakes.</exception>
    public static Agreement Load(GitRepository repository, ChangeSelection selection, ComponentFolders folders, DateOnly today)
    {
        var path = Place(repository.Scope, selection);
        var now = selection.Head.Read(path);
        var change = selection.Change;
        var start = change.Judged == Judged.State || change.Base is null ? null : change.Base;
        var then = start is null ? null : repository.ReadAt(start, path);
        var edited = change.Judged == Judged.Change && !(now ?? []).AsSpan().SequenceEqual(then);
        if (now is null && then is null) return new(path, null, null, edited, today);

        var atHead = now is null ? null : new Side(BaselineText.Read(Encoding.UTF8.GetString(now), path).WithComponents(folders.Id), HeadLineage());
        return new(path, atHead, then is null ? null : new Side(AtBase(then, path).WithComponents(folders.Id), Since(start!)), edited, today);

        Lineage HeadLineage() => now.AsSpan().SequenceEqual(repository.ReadAt(change.Head, path)) ? Since(change.Head)
            : Lineage.Same(selection.Head);

        Lineage Since(string commit)
        {
            var written = repository.Written(commit, path);
            if (written.IsEmpty) return Lineage.Same(selection.Head);
            var earlier = Earlier(written, 0);
            return written[0] == change.Head && !change.Dirty
                ? Lineage.Same(selection.Head, earlier)
                : Lineage.Of(repository.Since(written[0], selection), repository.TreeOf(written[0]), selection.Head, earlier);
        }

        Lazy<Lineage>? Earlier(ImmutableArray<string> written, int index) => index + 1 >= written.Length ? null
            : new(() => Lineage.Of(repository.Between(written[index + 1], written[index]), repository.TreeOf(written[index + 1]), repository.TreeOf(written[index]), Earlier(written, index + 1)));
    }

    /// <summary>The gates by head's rules, with what is owed.</summary>
    public (ImmutableArray<GateResult> Gates, ImmutableArray<OwedCriterion> Owed) Head(ImmutableArray<GateResult> gates, ImmutableArray<Fact> facts) => Apply(head, gates, facts, false);

    /// <summary>The gates by the rules at base, with what is owed by the baseline there.</summary>
    public (ImmutableArray<GateResult> Gates, ImmutableArray<OwedCriterion> Owed) Base(ImmutableArray<GateResult> gates, ImmutableArray<Fact> facts) => Apply(atBase, gates, facts, true);

    /// <summary>What the change makes larger in the baseline.</summary>
    /// <param name="owedAtBase">What is owed by the baseline at base.</param>
    public ImmutableArray<Weakening> Loosened(ImmutableArray<OwedCriterion> owedAtBase) => !edited || head is null
        ? []
        : BaselineDiff.Loosened(atBase?.Baseline ?? Baseline.Empty, head.Baseline, owedAtBase.SelectMany(each => each.Owed).ToDictionary(pair => pair.Key, pair => pair.Value), Path);

    /// <summary>The debt as it stands in every verdict.</summary>
    public IEnumerable<Weakening> Shown(ImmutableArray<OwedCriterion> owed) =>
        from each in owed
        where each.Count > 0
        group each.Terms.Criterion by (each.Terms.Component, Text: OwedText.Of(each)) into same
        select new Weakening(WeakeningSource.Setting, $"{string.Join(", ", same)} of {same.Key.Component}: {same.Key.Text}", new Location(Path));

    private (ImmutableArray<GateResult> Gates, ImmutableArray<OwedCriterion> Owed) Apply(Side? side, ImmutableArray<GateResult> gates, ImmutableArray<Fact> facts, bool ofBase)
    {
        if (side is null) return (gates, []);
        var debts = new Debts(side.Baseline, side.Lineage, today, ofBase);
        return (debts.Apply(gates, facts), debts.Owed);
    }

    /// <summary>A baseline that nobody could read bound nobody.</summary>
    private static Baseline AtBase(byte[] bytes, string path)
    {
        try
        {
            return BaselineText.Read(Encoding.UTF8.GetString(bytes), path);
        }
        catch (AssayException)
        {
            return Baseline.Empty;
        }
    }

    /// <summary>The nearest baseline from the judged folder upward; that of the root where there is none.</summary>
    public static string Place(string scope, ChangeSelection selection)
    {
        for (var folder = scope; folder.Length > 0; folder = folder.LastIndexOf('/') is >= 0 and var slash ? folder[..slash] : "")
        {
            var path = $"{folder}/{Baseline.FileName}";
            if (selection.Head.Read(path) is not null || selection.Base?.Read(path) is not null) return path;
        }
        return Baseline.FileName;
    }

    private sealed record Side(Baseline Baseline, Lineage Lineage);
}
