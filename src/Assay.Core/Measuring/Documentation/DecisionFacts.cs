using System.Text;
using Assay.Core.Facts;
using Assay.Core.Globs;
using Assay.Core.Measuring.Documentation.Decisions;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>Whether somebody approved an architecture decision that weighs scale and security. One is enough; a library of proposals is not.</summary>
internal static class DecisionFacts
{
    private static readonly GlobSet Places = new(["decisions/*.md", "docs/decisions/*.md", "docs/adr/*.md"]);

    /// <summary>A decision record is a page.</summary>
    private const int LargestFile = 1024 * 1024;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var today = DateOnly.FromDateTime(input.JudgedAt.UtcDateTime);
        var folder = input.Component.Path.Length == 0 ? 0 : input.Component.Path.Length + 1;
        var decisions = (from file in input.Head.Files
                         where file.Mode is "100644" or "100755" && input.Component.Contains(file.Path) && Places.IsMatch(file.Path[folder..]) && !IsIndex(file.Path)
                         let bytes = input.Head.Read(file.Path)
                         where bytes is { Length: <= LargestFile }
                         select Decision.Read(file.Path, Encoding.UTF8.GetString(bytes), today)).ToList();
        var approved = decisions.Where(decision => decision.Lacks.Count == 0).ToList();
        if (approved.Count > 0)
            draft.Measured(FactNames.ArchitectureApproved, Quantity.Boolean(true), [], $"({string.Join(", ", approved.Take(3).Select(decision => decision.Path))})");
        else if (decisions.Count == 0)
            draft.Missing(FactNames.ArchitectureApproved, MissingReasons.NoDecision);
        else if (decisions.TrueForAll(decision => decision.Starter))
            draft.Missing(FactNames.ArchitectureApproved, $"{decisions[0].Path} still holds what the starter wrote", "Fill in every place that says replace:, and have it approved.");
        else
            draft.Measured(FactNames.ArchitectureApproved, Quantity.Boolean(false), [], reason: $"none of {decisions.Count} decision{(decisions.Count == 1 ? "" : "s")} is approved and weighs scale and security",
                locations: decisions.OrderBy(decision => decision.Lacks.Count).SelectMany(decision => decision.Lacks));
    }

    private static bool IsIndex(string path) => path[(path.LastIndexOf('/') + 1)..] is var name && (name.Equals("README.md", StringComparison.OrdinalIgnoreCase) || name.Equals("index.md", StringComparison.OrdinalIgnoreCase));
}
