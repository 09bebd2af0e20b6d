using System.Collections.Immutable;
using Assay.Core.Yaml;

namespace Assay.Core.Configurations;

/// <summary>Reads the quarantine of a component.</summary>
internal static class QuarantineLoader
{
    public static ImmutableArray<QuarantinedTest> Load(YamlFields component)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. component.Maps("quarantine", ConfigurationKeys.Quarantine).Select(fields => Load(fields, lines)).OfType<QuarantinedTest>()];
    }

    private static QuarantinedTest? Load(YamlFields fields, Dictionary<string, int> lines)
    {
        var (test, until, why, owner) = (fields.Text("test"), fields.Date("until"), fields.Text("why"), fields.Text("owner"));
        if (test is null) return null;
        if (QuarantinedTest.IsPattern(test)) fields.Reject("test", $"'{Shown.Short(test)}' is a pattern; tests are quarantined one by one", "Name each test, and each case of a parametrised one, as its report does.");
        else if (!lines.TryAdd(test, fields.Node.Line)) fields.Reject("test", $"'{Shown.Short(test)}' stands twice; first in line {lines[test]}", "Keep one of them.");
        return until is { } day && why is not null && owner is not null ? new QuarantinedTest(test, day, why, owner, fields.Node.Line) : null;
    }
}
