using System.Text;
using Assay.Core.Changes;
using Assay.Proof.Reasons;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>What the C# files beside the change's tests declare, before and after.</summary>
internal sealed class ProductionTypes(IFileTree tree, IFileTree head, IReadOnlySet<string> changedTests)
{
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The sources of head declare it. Where those of red do too, it is missing for want of a reference, unless an added line declares it anew, e.g. in another namespace.
    /// A name that no source declares comes from a package.
    /// </summary>
    public bool Brings(string name, Introduced introduced)
    {
        if (known.TryGetValue(name, out var brings)) return brings;
        brings = Declares(head, name, PartKind.Member) && (introduced.Declared.Contains(name) || !Declares(tree, name, PartKind.Type));
        known.Add(name, brings);
        return brings;
    }

    private bool Declares(IFileTree files, string name, PartKind last)
    {
        var paths = files.Files.Select(file => file.Path).Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !changedTests.Contains(path));
        var bytes = Encoding.UTF8.GetBytes(name);
        return files.ReadAll(paths).Any(file => file.Content is { } content && content.AsSpan().IndexOf(bytes) >= 0
            && CSharpFile.Read(Encoding.UTF8.GetString(content)) is { } read
            && read.Parts.Any(part => part.Kind > PartKind.Using && part.Kind <= last && part.Name.Split('.', '+').Contains(name)));
    }
}
