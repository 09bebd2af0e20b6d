using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using Assay.Core.Standards.Loading;
using Assay.Core.Yaml;

namespace Assay.Core.Configurations;

/// <summary>Reads the components of assay.yaml.</summary>
internal static class ComponentLoader
{
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(24);

    public static ImmutableArray<ComponentConfiguration> LoadAll(YamlFields root)
    {
        if (root["components"] is YamlSequence { Items.IsEmpty: true }) root.Reject("components", "'components' is empty", "Leave it out to have components detected.");
        var ids = new UniqueIds();
        var paths = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = root.Maps("components", ConfigurationKeys.Component);
        ImmutableArray<ComponentConfiguration> components = [.. all.Select(fields => Load(fields, ids, paths))];
        foreach (var (fields, component) in all.Zip(components)) CheckDependencies(fields, component, components);
        return components;
    }

    private static void CheckDependencies(YamlFields fields, ComponentConfiguration component, ImmutableArray<ComponentConfiguration> components)
    {
        foreach (var (id, node) in fields.TextNodes("depends_on"))
        {
            if (id == component.Id) fields.Reject(node, "a component cannot depend on itself");
            else if (components.All(other => other.Id != id)) fields.Reject(node, $"'depends_on' names '{Shown.Short(id)}', and no component has that id");
        }
    }

    private static ComponentConfiguration Load(YamlFields fields, UniqueIds ids, Dictionary<string, int> paths)
    {
        var id = fields.Identifier("id", Ids.IsKebab, "payments-api");
        ids.Add(fields, id);
        var path = Path(fields);
        if (!paths.TryAdd(path, fields.Node.Line))
            fields.Reject("path", $"the path '{(path.Length == 0 ? "." : path)}' belongs to the component in line {paths[path]} already", "Give each component a folder of its own; one may lie in another.");
        if (fields.Globs("prompts") is { IsEmpty: false } && fields.Map("commands", ConfigurationKeys.Commands)?.Text("evaluate") is null)
            fields.Reject("prompts", "'prompts' need a command that tries them", "Add commands: evaluate: COMMAND, which leaves JUnit XML in $EVIDENCE_DIR.");
        return new ComponentConfiguration(
            id, path, fields.Choice<ComponentKind>("kind"), fields.Texts("owners"), fields.Globs("tests"), fields.Globs("exclude"),
            fields.Globs("critical"), Commands(fields), fields.Globs("evidence"), TimeLimit(fields))
        {
            Profile = fields.Choice<Profile>("profile"), DependsOn = fields.Texts("depends_on"), Prompts = fields.Globs("prompts"),
            Quarantine = QuarantineLoader.Load(fields),
        };
    }

    private static string Path(YamlFields fields)
    {
        if (fields.Text("path") is not { } path) return "";
        var mistake = RelativePaths.Mistake(path) ?? (path.Contains('\\') ? "write it with forward slashes" : null);
        if (mistake is not null) fields.Reject("path", $"'path' is '{Shown.Short(path)}': {mistake}");
        return RelativePaths.Normalise(path);
    }

    private static ImmutableSortedDictionary<string, string> Commands(YamlFields fields)
    {
        var commands = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add("commands", ConfigurationKeys.Commands, "");
        Add("drills", ConfigurationKeys.Drills, ComponentConfiguration.Drill);
        return commands.ToImmutable();

        void Add(string key, YamlKeys keys, string prefix)
        {
            if (fields.Map(key, keys) is not { } map) return;
            foreach (var step in keys.All)
                if (map.Text(step) is { } command) commands[prefix + step] = command;
        }
    }

    private static TimeSpan? TimeLimit(YamlFields fields)
    {
        if (fields.Quantity("time_limit") is not { } limit) return null;
        var time = limit is { Unit: Unit.Milliseconds, Value: > 0 and <= int.MaxValue } ? TimeSpan.FromMilliseconds((double)limit.Value) : TimeSpan.Zero;
        if (time > TimeSpan.Zero && time <= LongestLimit) return time;
        fields.Reject("time_limit", $"'time_limit' must be a time of at most 24 hours, found {limit}", "Write it like 10 min.");
        return null;
    }
}
