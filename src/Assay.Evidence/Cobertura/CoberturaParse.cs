using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Assay.Evidence.Coverage;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Cobertura;

/// <summary>One pass over one report.</summary>
internal sealed class CoberturaParse(XmlCursor cursor)
{
    private readonly string classElement = cursor.NameOf("class");
    private readonly string lineElement = cursor.NameOf("line");
    private readonly string sourceElement = cursor.NameOf("source");
    private readonly string conditionElement = cursor.NameOf("condition");
    private readonly string number = cursor.NameOf("number");
    private readonly string hits = cursor.NameOf("hits");
    private readonly string branch = cursor.NameOf("branch");
    private readonly string conditionCoverage = cursor.NameOf("condition-coverage");

    private readonly CoveredFiles files = new();
    private readonly ImmutableArray<string>.Builder roots = ImmutableArray.CreateBuilder<string>();
    private LineMerge? file;
    private int lines;

    public ReadOutcome Run()
    {
        cursor.ReadRoot();
        var version = cursor.Attribute("version");
        var stated = cursor.Count("lines-valid");
        while (cursor.Read())
        {
            if (cursor.Node == XmlNodeType.Element)
                Element();
            else if (cursor.Node == XmlNodeType.EndElement && ReferenceEquals(cursor.Name, classElement))
                file = null;
        }
        if (stated > 0 && lines == 0)
            throw cursor.Mistake($"It says that it holds {stated} lines, and holds none.");
        return new(files.ToObservations(roots.ToImmutable()), version);
    }

    private void Element()
    {
        var name = cursor.Name;
        if (ReferenceEquals(name, lineElement))
        {
            Line();
        }
        else if (ReferenceEquals(name, classElement))
        {
            var path = cursor.Attribute("filename");
            if (string.IsNullOrWhiteSpace(path))
                throw cursor.Mistake("A class has no filename.");
            file = files.Of(path);
            if (cursor.IsEmpty) file = null;
        }
        else if (ReferenceEquals(name, sourceElement) && cursor.ReadText().Trim() is { Length: > 0 } root && !roots.Contains(root))
        {
            roots.Add(root);
        }
        else if (ReferenceEquals(name, conditionElement))
        {
            // Its figures are summed up in the condition-coverage of its line.
            cursor.SkipElement();
        }
    }

    private void Line()
    {
        int? at = null;
        bool? covered = null;
        var branches = false;
        (int Covered, int All)? counts = null;
        while (cursor.NextAttribute())
        {
            var name = cursor.Name;
            if (ReferenceEquals(name, number)) at = LineNumber(cursor.Characters());
            else if (ReferenceEquals(name, hits)) covered = IsHit(cursor.Characters());
            else if (ReferenceEquals(name, branch)) branches = cursor.Characters().Equals("true", StringComparison.OrdinalIgnoreCase);
            else if (ReferenceEquals(name, conditionCoverage)) counts = ConditionCoverage(cursor.Characters());
        }
        if (file is null)
            throw cursor.Mistake("A line stands outside of a class, so its file is not known.");
        if (at is null || covered is null)
            throw cursor.Mistake("A line lacks its number or its hits.");
        if (at == 0) return;
        lines++;

        // Branches that are not counted are taken for one decision of which nothing was shown.
        var (taken, all) = counts ?? (branches ? (0, 2) : (0, 0));
        file.Add(at.Value, covered.Value, taken, all);
    }

    private int LineNumber(ReadOnlySpan<char> value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : throw NotANumber("line number", value);

    /// <summary>Counts may exceed any integer type; only whether it ran matters.</summary>
    private bool IsHit(ReadOnlySpan<char> value)
    {
        var digits = value.StartsWith("-") ? value[1..] : value;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            throw NotANumber("number of hits", value);
        return digits.Length == value.Length && digits.ContainsAnyInRange('1', '9');
    }

    /// <summary>Reads <c>50% (1/2)</c>; null where only a percentage is given.</summary>
    private (int, int)? ConditionCoverage(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('(');
        if (open < 0) return null;
        var fraction = value[(open + 1)..].TrimEnd().TrimEnd(')');
        var slash = fraction.IndexOf('/');
        if (slash < 0
            || !int.TryParse(fraction[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var covered)
            || !int.TryParse(fraction[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            || covered > all)
            throw NotANumber("condition-coverage", value);
        return (covered, all);
    }

    private ContentMistake NotANumber(string what, ReadOnlySpan<char> value) => cursor.Mistake($"\"{XmlCursor.Shorten(value)}\" is not a {what}.");
}
