using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Observations;
using Assay.Proof.Reasons;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>
/// Takes out of the changed tests what the compiler refused, and nothing else: who used it is told by the errors of the next run, which then name what was taken out.
/// </summary>
internal sealed class CSharpRepair(IFileTree tree, Introduced introduced, IFileTree head)
{
    private readonly Dictionary<string, TestFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> takenOut = new(StringComparer.Ordinal);

    public static RedRepair Of(ImmutableArray<ToolFinding> errors, IFileTree tree, ImmutableHashSet<string> changedTests, Introduced introduced, IFileTree head) =>
        new CSharpRepair(tree, introduced, head).Run(errors, changedTests);

    private RedRepair Run(ImmutableArray<ToolFinding> errors, ImmutableHashSet<string> changedTests)
    {
        if (errors.FirstOrDefault(error => error.File is null || error.Line is null || !changedTests.Contains(error.File)) is { } outside)
            return RedRepair.Refuse($"{outside.Rule} lies outside of the change's tests: {Place(outside)}{outside.Message}");
        // Style that the compiler enforces goes with the code that it is about, and alone it is no reason.
        var real = errors.Where(error => !IsStyle(error.Rule)).Distinct().ToList();
        if (real.Count == 0) return RedRepair.Refuse($"only {errors[0].Rule} keeps the tests from compiling: {Place(errors[0])}{errors[0].Message}");
        foreach (var path in changedTests.Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)))
        {
            if (tree.Read(path) is not { } content) continue;
            if (TestFile.Read(content) is not { } file)
            {
                if (real.Any(error => error.File == path)) return RedRepair.Refuse($"the declarations of {path} could not be told apart");
                continue;
            }
            files.Add(path, file);
            // What head's file declares and this one does not was taken out before.
            if (head.Read(path) is { } whole && TestFile.Read(whole) is { } before) takenOut.UnionWith(before.Names);
        }
        takenOut.ExceptWith(files.Values.SelectMany(file => file.Names));
        var production = new ProductionTypes(tree, head, changedTests);
        foreach (var error in real)
        {
            if (!files.TryGetValue(error.File!, out var file)) return RedRepair.Refuse($"{error.Rule} lies in {error.File}, which is no C# file");
            var names = NamesOf(error, file, production);
            if (names.Count == 0) return RedRepair.Refuse($"{error.Rule} names nothing that the change introduces: {Place(error)}{error.Message}");
            if (file.TakeOut(error.Line!.Value, names) is { } why) return RedRepair.Refuse($"{error.Rule} at {Place(error)}{why}");
        }
        var edited = real.Select(error => error.File!).Distinct().ToList();
        return new(edited.ToImmutableDictionary(path => path, path => files[path].Content()), [.. edited.SelectMany(path => files[path].Tests)], null);
    }

    /// <summary>What the error is about and the change introduces; empty where there is no such name.</summary>
    private IReadOnlyCollection<string> NamesOf(ToolFinding error, TestFile file, ProductionTypes production)
    {
        var (kind, name) = MissingMember.Of(error.Rule, error.Message);
        return kind switch
        {
            MissingMember.Kind.TakenOut => takenOut.Contains(name!) ? [name!] : [],
            MissingMember.Kind.OnLine => [.. file.WordsOn(error.Line!.Value).Where(word => introduced.Names.Contains(word) || takenOut.Contains(word))],
            MissingMember.Kind.Type when !takenOut.Contains(name!) && !production.Brings(name!, introduced) => [],
            MissingMember.Kind.Type or MissingMember.Kind.Member => takenOut.Contains(name!) || introduced.Names.Contains(name!) || introduced.Declared.Contains(name!) ? [name!] : [],
            _ => [],
        };
    }

    private static bool IsStyle(string rule) => !rule.StartsWith("CS", StringComparison.Ordinal) || rule is "CS0105" or "CS0162" or "CS0164" or "CS0168" or "CS0169" or "CS0219" or "CS0414"
        or "CS0612" or "CS0649" or "CS1591" or "CS1998" or "CS8019" || (rule.Length == 6 && rule[2] == '8' && rule[3] is >= '6' and <= '7');

    private static string Place(ToolFinding error) => error.File is null ? "" : error.Line is null ? $"{error.File}: " : $"{error.File}:{error.Line}: ";
}
