using System.Collections.Immutable;
using System.Text;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>A changed test file, from which declarations are taken without moving what stays.</summary>
internal sealed class TestFile
{
    // What is no longer used once a test is gone must not break the build of a project that takes warnings for errors; the lines stay numbered as they were.
    private const string Header = "#pragma warning disable\n#line 1\n";

    private readonly string text;
    private readonly CSharpFile file;
    private readonly HashSet<Part> gone = [];

    private TestFile(string text, CSharpFile file) => (this.text, this.file) = (text, file);

    /// <summary>Null where its declarations cannot be told.</summary>
    public static TestFile? Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        if (text.StartsWith(Header, StringComparison.Ordinal)) text = text[Header.Length..];
        return CSharpFile.Read(text) is { } file ? new(text, file) : null;
    }

    /// <summary>Names that it declares: types, members.</summary>
    public IEnumerable<string> Names => file.Parts.Where(part => part.Kind is PartKind.Type or PartKind.Member).Select(part => part.Name.Split('.', '+')[^1]).Where(name => name.Length > 0);

    /// <summary>Full names of the tests that were taken out.</summary>
    public IEnumerable<string> Tests => file.Parts.Where(part => part.IsTest && IsGone(part)).Select(part => $"{part.Parent!.Name}.{part.Name}");

    /// <summary>Words of code on a line, without those in texts and comments.</summary>
    public IEnumerable<string> WordsOn(int line) => file.Words.Where(word => file.Lines.LineAt(word.Start) == line).Select(word => word.Word);

    /// <summary>Takes out the declaration that holds the error; what it was to be taken for where that cannot be told.</summary>
    /// <param name="names">Names that the error may be about.</param>
    public string? TakeOut(int line, IReadOnlyCollection<string> names)
    {
        if (line < 1 || line > file.Lines.Count) return "it names a line that the file does not have";
        var start = file.Lines.StartOf(line);
        var end = line < file.Lines.Count ? file.Lines.StartOf(line + 1) : text.Length;
        var touched = file.Parts.Where(part => part.Start < end && part.End > start && part.Kind != PartKind.Namespace).ToList();
        var inner = touched.Where(part => !touched.Any(other => IsIn(other, part))).ToList();
        if (inner.Count > 1)
        {
            var naming = inner.Where(part => file.Words.Any(word => word.Start >= Math.Max(part.Start, start) && word.Start < Math.Min(part.End, end) && names.Contains(word.Word))).ToList();
            inner = naming.Count == 1 ? naming : inner;
        }
        if (inner is not [var only]) return inner.Count == 0 ? "it lies in no declaration" : "its line holds several declarations";
        if (only.HoldsAll || (only.Parent?.HoldsAll ?? false)) return "it lies in what runs around all tests";
        if (only.Kind == PartKind.Member && only.Parent is not { Kind: PartKind.Type }) return "it lies in statements that belong to no class";
        gone.Add(only.HoldsItsClass ? only.Parent! : only);
        return null;
    }

    /// <summary>Its content without what was taken out.</summary>
    public byte[] Content()
    {
        var left = new StringBuilder(text);
        foreach (var part in gone)
        {
            for (var line = file.Lines.LineAt(part.Start); line <= file.Lines.LineAt(part.End - 1); line++)
            {
                var from = Math.Max(part.Start, file.Lines.StartOf(line));
                var to = Math.Min(part.End, line < file.Lines.Count ? file.Lines.StartOf(line + 1) : text.Length);
                if (IsDirective(line)) continue;
                for (var at = from; at < to; at++)
                {
                    if (text[at] is not ('\r' or '\n')) left[at] = ' ';
                }
            }
        }
        return Encoding.UTF8.GetBytes(left.Insert(0, Header).ToString());
    }

    private static bool IsIn(Part inner, Part outer)
    {
        for (var up = inner.Parent; up is not null; up = up.Parent)
        {
            if (up == outer) return true;
        }
        return false;
    }

    private bool IsGone(Part part) => gone.Contains(part) || gone.Any(outer => IsIn(part, outer));

    private bool IsDirective(int line)
    {
        var at = file.Lines.StartOf(line);
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at < text.Length && text[at] == '#' && !file.InText(at);
    }
}
