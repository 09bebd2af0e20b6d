using Assay.Core.Components;
using Assay.Core.Globs;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>Production files that no process or store of any model stands for: nobody thought about them.</summary>
internal static class UncoveredFiles
{
    public static IEnumerable<string> Of(MeasureInput input, IEnumerable<ThreatModel> models)
    {
        var covered = new GlobSet([.. models.SelectMany(model => model.Elements).Where(element => element.Kind != ElementKind.External).SelectMany(element => element.Covers).Distinct()]);
        var folder = input.Component.Path.Length == 0 ? 0 : input.Component.Path.Length + 1;
        return input.Files.Where(file => file.Role == FileRole.Production && !covered.IsMatch(file.Path[folder..])).Select(file => file.Path);
    }
}
