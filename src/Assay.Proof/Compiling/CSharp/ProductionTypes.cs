using System.Text;
using Assay.Core.Changes;
using Assay.Proof.Reasons;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>What the C# files beside the change's tests declare, before and after.</summary>
internal sealed class ProductionTypes(IFileTree tree, IFileTree head, IReadOnlySet<string> changedTests)
{
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);
    private readonly Lazy<List<byte[]>> before = new(() => Sources(tree, changedTests));
    private readonly Lazy<List<byte[]>> after = new(() => Sources(head, changedTests));

    /// <summary>
    /// The sources of head declare it. Where those of red do too, it is missing for want of a reference, unless an added line declares it anew, e.g. in another namespace.
    /// A name that no source declares comes from a package.
    /// </summary>
    public bool Brings(string name, Introduced introduced)
    {
        if (known.TryGetValue(name, out var brings)) return brings;
        brings = Declares(name) && (introduced.Declared.Contains(name) || !Declare(before.Value, name, PartKind.Type));
        known.Add(name, brings);
        return brings;
    }

    /// <summary>The sources of head declare it, so it comes from no package.</summary>
    public bool Declares(string name) => Declare(after.Value, name, PartKind.Member);

    private static List<byte[]> Sources(IFileTree files, IReadOnlySet<string> changedTests) =>
        [.. files.ReadAll(files.Files.Select(file => file.Path).Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !changedTests.Contains(path)))
            .Select(file => file.Content).OfType<byte[]>()];

    private static bool Declare(List<byte[]> sources, string name, PartKind last)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return sources.Any(content => content.AsSpan().IndexOf(bytes) >= 0 && CSharpFile.Read(Encoding.UTF8.GetString(content)) is { } file
            && (file.Parts.Any(part => part.Kind > PartKind.Using && part.Kind <= last && part.Name.Split('.', '+').Contains(name)) || (last == PartKind.Member && InHeader(file, name))));
    }

    /// <summary>Properties of a record stand in its header, members of an enum between its braces.</summary>
    private static bool InHeader(CSharpFile file, string name)
    {
        var places = file.Words.Where(word => word.Word == name).Select(word => word.Start).ToList();
        return file.Parts.Where(part => part.Kind == PartKind.Type).Any(type => places.Any(at => at > type.Start
            && at < (file.Words.Any(word => word.Word == "enum" && word.Start >= type.Start && word.Start < type.BodyStart) ? type.End : type.BodyStart)));
    }
}
