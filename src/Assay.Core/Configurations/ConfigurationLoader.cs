using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using Assay.Core.Standards.Loading;
using Assay.Core.Yaml;

namespace Assay.Core.Configurations;

/// <summary>Reads assay.yaml.</summary>
public static class ConfigurationLoader
{
    /// <summary>The configuration in a text of schema <c>assay/config/v1</c>. <see cref="CheckBounds"/> completes the validation once the standard is known.</summary>
    /// <param name="path">Path of the file relative to the repository.</param>
    /// <exception cref="AssayException">It has mistakes; all of them, with their places.</exception>
    public static Configuration Load(string text, string path)
    {
        var mistakes = new YamlMistakes(path, ConfigurationErrors.ConfigurationInvalid);
        var configuration = YamlReader.Read(text, ConfigurationKeys.Root, mistakes) is { } root ? Read(root, path) : null;
        mistakes.ThrowIfAny();
        return configuration!;
    }

    /// <summary>Holds the configured bounds against the standard: each must name a criterion and fit its fact.</summary>
    /// <exception cref="AssayException">One does not; all that do not.</exception>
    public static void CheckBounds(Configuration configuration, Standard standard)
    {
        ImmutableArray<AssayError> errors =
        [
            .. from bound in configuration.Bounds
               let mistake = Mistake(bound.Key, bound.Value, standard)
               where mistake is not null
               select new AssayError(ConfigurationErrors.ConfigurationInvalid, $"bounds: {mistake.Value.What}", configuration.Path, NextStep: mistake.Value.NextStep),
        ];
        if (!errors.IsEmpty) throw new AssayException(errors);
    }

    /// <summary>The configuration without those bounds that do not fit a standard, and what is wrong with each of them.</summary>
    public static (Configuration Fitting, ImmutableArray<string> Misfits) Fit(Configuration configuration, Standard standard)
    {
        var misfits = configuration.Bounds.Select(bound => (bound.Key, Mistake: Mistake(bound.Key, bound.Value, standard))).Where(bound => bound.Mistake is not null).ToList();
        return (configuration with { Bounds = configuration.Bounds.RemoveRange(misfits.Select(bound => bound.Key)) }, [.. misfits.Select(bound => $"bounds: {bound.Mistake!.Value.What}")]);
    }

    private static (string What, string? NextStep)? Mistake(string id, Quantity bound, Standard standard)
    {
        if (standard.Criteria.FirstOrDefault(criterion => criterion.Id == id) is { Requirement: var requirement })
        {
            return BoundLoader.Misfit(requirement.Comparison, bound, requirement.Bound.Unit) is { } misfit
                ? ($"{bound} does not fit {id}: {misfit}", null)
                : null;
        }
        var near = Nearest.Of(id, standard.Criteria.Select(criterion => criterion.Id), 1);
        return ($"{standard.Name} {standard.Version} has no criterion {Shown.Short(id)}", near.IsEmpty ? "List the criteria: assay explain --list" : $"Did you mean {near[0]}?");
    }

    private static Configuration Read(YamlFields root, string path)
    {
        if (root.Text("schema") is { } schema && schema != ConfigurationKeys.Schema)
            root.Reject("schema", $"schema is '{Shown.Short(schema)}'", $"This version reads {ConfigurationKeys.Schema}.");
        var standard = root.Text("standard");
        if (standard is not null) CheckName(root, standard);
        return new Configuration(path, standard, ComponentLoader.LoadAll(root), root.Globs("sensitive"), Bounds(root))
        {
            SecurityReviewers = root.Texts("security_reviewers"),
            Advisories = Advisories(root, path),
        };
    }

    private static void CheckName(YamlFields root, string standard)
    {
        if (PinnedStandard.IsMeant(standard))
        {
            if (PinnedStandard.Read(standard).Mistake is { } mistake) root.Reject("standard", $"'standard' is '{Shown.Short(standard)}': {mistake}", $"Write it like {PinnedStandard.Form}");
        }
        else if (RelativePaths.Mistake(standard) is { } outside) root.Reject("standard", $"'standard' is a name or a path: {outside}");
    }

    private static string? Advisories(YamlFields root, string path)
    {
        if (root.Text("advisories") is not { } named) return null;
        if ((RelativePaths.Mistake(named) ?? (named.Contains('\\') ? "write it with forward slashes" : null)) is { } mistake)
            root.Reject("advisories", $"'advisories' is '{Shown.Short(named)}': {mistake}", "Name a folder or zip below this file, which git ignores.");
        return path.LastIndexOf('/') is var slash and >= 0 ? RelativePaths.Normalise($"{path[..slash]}/{named}") : RelativePaths.Normalise(named);
    }

    private static ImmutableSortedDictionary<string, Quantity> Bounds(YamlFields root)
    {
        var bounds = ImmutableSortedDictionary.CreateBuilder<string, Quantity>(StringComparer.Ordinal);
        foreach (var (key, node) in root.Entries("bounds"))
            if (root.QuantityOf(node, $"bounds.{Shown.Short(key.Text)}") is { } bound) bounds[key.Text] = bound;
        return bounds.ToImmutable();
    }
}
